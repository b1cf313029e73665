package whence.symbols;

import java.nio.charset.StandardCharsets;
import java.util.List;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;
import whence.symbols.objects.ModuleBrackets;

/// Counts the names that several symbols bear.
final class AmbiguityCount {
    private static final List<byte[]> MARKERS =
            List.of("__pfx_".getBytes(StandardCharsets.US_ASCII), "__cfi_".getBytes(StandardCharsets.US_ASCII));
    private static final String HOW =
            "names of code that another symbol of the kernel or of a module bears too, data and weak "
                    + "ones included, as the kernel's kprobe code counts them; __pfx_ and __cfi_ markers, eBPF and ftrace code left out";

    private final SymbolTable base;
    private int byText;
    private int byKprobe;

    private AmbiguityCount(SymbolTable base) {
        this.base = base;
    }

    static Ambiguity of(SymbolTable base) {
        AmbiguityCount count = new AmbiguityCount(base);
        base.eachName(count::name);
        Span all = base.count() == 0 ? null : base.span(0);
        return new Ambiguity(count.byText, count.byKprobe, HOW, all == null ? List.of() : List.of(all));
    }

    private void name(int first) {
        int text = 0;
        int code = 0;
        int kernel = 0;
        for (int row = first; row >= 0; row = base.nextSame(row)) {
            text += base.type(row) == 't' || base.type(row) == 'T' ? 1 : 0;
            boolean counted = !ModuleBrackets.madeAtRunTime(base.module(row));
            kernel += counted ? 1 : 0;
            code += counted && base.text(row) ? 1 : 0;
        }
        byText += text > 1 ? 1 : 0;
        byKprobe += code > 0 && kernel > 1 && !marker(base, first) ? 1 : 0;
    }

    /// Symbols that the compiler puts before each function.
    static boolean marker(SymbolTable base, int row) {
        return MARKERS.stream().anyMatch(prefix -> base.nameStartsWith(row, prefix));
    }
}
