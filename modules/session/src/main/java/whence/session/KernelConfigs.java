package whence.session;

import java.util.Optional;
import whence.bytes.Watch;
import whence.symbols.facts.KernelConfig;
import whence.symbols.read.SymbolJoin;
import whence.symbols.read.SymbolReader;
import whence.timeline.Input;

/// Finds what the kernel of a session was configured with: the first artifact that is a `.config`.
public final class KernelConfigs {
    private KernelConfigs() {}

    public static Optional<KernelConfig> of(Session session, Watch watch) {
        for (Artifact artifact : session.artifacts()) {
            watch.check();
            Input input = session.input(artifact);
            Optional<SymbolReader> reader =
                    SymbolJoin.reader(input).filter(one -> one.format().equals("kernel-config"));
            if (reader.isPresent() && reader.get().read(input, watch) instanceof KernelConfig config) {
                return Optional.of(config);
            }
        }
        return Optional.empty();
    }
}
