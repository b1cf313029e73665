package whence.symbols.slides;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whence.symbols.facts.SymbolTable;

/// Picks the list that stands for the kernel that ran; the others are laid beside it.
public final class BaseChoice {
    /// A kernel has tens of thousands of symbols; shorter lists are excerpts.
    private static final int WHOLE = 5_000;

    private BaseChoice() {}

    /// The best of `tables`; empty where none has a symbol.
    public static Optional<SymbolTable> of(List<SymbolTable> tables) {
        return tables.stream()
                .filter(table -> table.count() > 0)
                .max(Comparator.comparing((SymbolTable t) -> t.count() >= WHOLE)
                        .thenComparing(t -> !t.addressesHidden())
                        .thenComparingInt(BaseChoice::rank)
                        .thenComparingInt(SymbolTable::count)
                        .thenComparing(SymbolTable::artifact, Comparator.reverseOrder()));
    }

    /// What was taken from the running kernel comes first.
    private static int rank(SymbolTable table) {
        return switch (table.format()) {
            case "kallsyms" -> 4;
            case "elf" -> 3;
            case "system-map" -> 2;
            case "readelf-symbols" -> 1;
            default -> 0;
        };
    }
}
