package whence.symbols.facts;

import java.util.List;
import java.util.Optional;
import whence.evidence.Loss;
import whence.evidence.Span;

/// `/proc/modules`: the modules that were loaded.
public record LoadedModules(String artifact, List<Entry> entries, List<Loss> losses) implements SymbolFacts {
    public LoadedModules {
        entries = List.copyOf(entries);
        losses = List.copyOf(losses);
    }

    /// One module.
    ///
    /// @param size bytes it takes, init part included while it is loaded
    /// @param usedBy modules that depend on it
    /// @param state `Live`, `Loading` or `Unloading`
    /// @param address where it is loaded, unsigned; 0 where it was hidden
    /// @param taints letters in brackets: `O` out of tree, `E` unsigned
    public record Entry(
            String name, long size, List<String> usedBy, String state, long address, String taints, Span span) {
        public Entry {
            usedBy = List.copyOf(usedBy);
        }
    }

    @Override
    public String format() {
        return "proc-modules";
    }

    public Optional<Entry> named(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
