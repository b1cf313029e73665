package whence.symbols.facts;

import java.util.List;
import java.util.Optional;
import whence.evidence.Loss;
import whence.evidence.Span;

/// `/sys/kernel/debug/kprobes/list`: the kprobes that stand in the kernel; proof that one was accepted, and where.
public record KprobesList(String artifact, List<Entry> entries, List<Loss> losses) implements SymbolFacts {
    public KprobesList {
        entries = List.copyOf(entries);
        losses = List.copyOf(losses);
    }

    /// One probe.
    ///
    /// @param kind `k` for a kprobe, `r` for a return probe
    /// @param module empty for the kernel itself
    /// @param flags as written in brackets: `GONE`, `DISABLED`, `OPTIMIZED`, `FTRACE`
    public record Entry(
            long address, char kind, String symbol, long offset, String module, List<String> flags, Span span) {
        public Entry {
            flags = List.copyOf(flags);
        }
    }

    @Override
    public String format() {
        return "kprobes-list";
    }

    /// The first probe that stands at an address.
    public Optional<Entry> at(long address) {
        return entries.stream()
                .filter(e -> e.address() == address && address != 0)
                .findFirst();
    }
}
