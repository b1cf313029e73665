package whence.trail.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import whence.session.LabelledSource;
import whence.source.Configuration;
import whence.symbols.facts.KernelConfig;
import whence.symbols.facts.KernelVersion;

/// The configuration of a session, given to those sources alone that are of the kernel it belongs to.
record Configured(Optional<KernelConfig> config, Optional<Release> release) {
    private static final int SURE = 2;

    /// Unknown where nothing shows that the source is that of the kernel that ran, or that the configuration is.
    Configuration of(LabelledSource source) {
        boolean ran = SourceFit.of(source, release).rank() >= SURE;
        return config.filter(one -> ran && sameSeries(one))
                .map(Configured::options)
                .orElse(Configuration.UNKNOWN);
    }

    private boolean sameSeries(KernelConfig one) {
        Optional<KernelVersion> ran = release.flatMap(r -> KernelVersion.in(r.release()));
        return one.version().isPresent()
                && ran.isPresent()
                && one.version().get().major() == ran.get().major()
                && one.version().get().minor() == ran.get().minor();
    }

    private static Configuration options(KernelConfig config) {
        Map<String, String> options = new HashMap<>();
        config.options().forEach((name, option) -> options.put(name, option.value()));
        return Configuration.of(options);
    }
}
