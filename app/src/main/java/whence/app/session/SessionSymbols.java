package whence.app.session;

import org.jspecify.annotations.Nullable;
import whence.app.model.SymbolList;
import whence.bytes.Watch;
import whence.session.Session;
import whence.symbols.Symbols;

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
        Symbols symbols = session.symbols(Watch.NONE);
        return symbols.base()
                .<SymbolList>map(base -> new KernelSymbols(symbols, base))
                .orElse(SymbolList.EMPTY);
    }
}
