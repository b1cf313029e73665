package whence.symbols.facts;

import java.util.List;
import java.util.Optional;
import whence.evidence.Loss;
import whence.evidence.Span;

/// `/sys/kernel/debug/kprobes/blacklist`: the ranges that no kprobe may stand in.
///
/// @param ranges in order of the file
/// @param addressesHidden whether all addresses are zero; names are all that is left then
public record KprobeBlacklist(String artifact, List<Range> ranges, boolean addressesHidden, List<Loss> losses)
        implements SymbolFacts {
    public KprobeBlacklist {
        ranges = List.copyOf(ranges);
        losses = List.copyOf(losses);
    }

    /// Addresses from `start` up to `end`, without `end`; both unsigned.
    public record Range(long start, long end, String name, Span span) {
        public boolean holds(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
        }
    }

    @Override
    public String format() {
        return "kprobe-blacklist";
    }

    /// The first range that holds an address.
    public Optional<Range> at(long address) {
        return addressesHidden
                ? Optional.empty()
                : ranges.stream().filter(r -> r.holds(address)).findFirst();
    }

    public Optional<Range> named(String name) {
        return ranges.stream().filter(r -> r.name().equals(name)).findFirst();
    }
}
