package whence.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.symbols.facts.ElfFacts;
import whence.symbols.facts.KernelConfig;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.LinkerMap;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.facts.SymbolTable;

/// Picks what is asked for out of the facts of all artifacts.
record FactsByKind(List<SymbolFacts> facts) {

    /// Every list of symbols with the addresses of a linked kernel.
    List<SymbolTable> tables() {
        List<SymbolTable> tables = new ArrayList<>();
        for (SymbolFacts fact : facts) {
            if (fact instanceof SymbolTable table) {
                tables.add(table);
            } else if (fact instanceof ElfFacts elf && !elf.unlinked()) {
                tables.add(elf.table());
            } else if (fact instanceof LinkerMap map) {
                tables.add(map.table());
            }
        }
        return tables;
    }

    /// The version in the head of a kernel configuration.
    Optional<KernelVersion> version() {
        return only(KernelConfig.class).stream()
                .flatMap(config -> config.version().stream())
                .findFirst();
    }

    <T> List<T> only(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
