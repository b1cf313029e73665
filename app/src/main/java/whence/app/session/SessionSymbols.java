package whence.app.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.app.model.SymbolList;
import whence.bytes.Watch;
import whence.session.Session;
import whence.symbols.Symbols;
import whence.symbols.facts.KernelVersion;
import whence.symbols.read.SymbolJoin;

/// The symbols of a session, joined when somebody first asks: that takes a while, so not on the JavaFX thread.
final class SessionSymbols {
    private final Session session;
    private @Nullable SymbolList list;

    SessionSymbols(Session session) {
        this.session = session;
    }

    synchronized SymbolList list() {
        SymbolList made = list;
        if (made == null) {
            made = read();
            list = made;
        }
        return made;
    }

    private SymbolList read() {
        List<whence.timeline.Input> inputs = session.artifacts().stream()
                .filter(a -> session.reader(a).isEmpty())
                .map(session::input)
                .toList();
        String version = session.manifest().host().version();
        Optional<KernelVersion> known = Optional.ofNullable(version).flatMap(KernelVersion::in);
        Symbols symbols = SymbolJoin.of(inputs, known, Watch.NONE);
        return symbols.base()
                .<SymbolList>map(base -> new KernelSymbols(symbols, base))
                .orElse(SymbolList.EMPTY);
    }
}
