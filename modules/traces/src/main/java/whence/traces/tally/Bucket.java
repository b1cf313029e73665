package whence.traces.tally;

import java.util.OptionalLong;

/// One bar of a histogram: how many values lay in `[from, below)`.
///
/// @param from the least value that counts here; empty where everything below `below` does
/// @param below the least value that no longer does; empty where everything from `from` on does, or where the tracer
///     wrote a bound that overflowed
public record Bucket(OptionalLong from, OptionalLong below, long count) {
    private static final String UNITS = "KMGTPE";

    /// The bounds as bpftrace prints them, in powers of 1024: `[4K, 8K)`, `[1]`, `(..., 0)`, `[100, ...)`.
    public String label() {
        if (from.isEmpty()) {
            return "(..., " + (below.isEmpty() ? "..." : scaled(below.getAsLong())) + ")";
        }
        long first = from.getAsLong();
        if (below.isEmpty()) {
            return "[" + scaled(first) + ", ...)";
        }
        boolean single = below.getAsLong() == first + 1;
        return "[" + scaled(first) + (single ? "]" : ", " + scaled(below.getAsLong()) + ")");
    }

    private static String scaled(long value) {
        int unit = 0;
        long rest = value;
        while (rest != 0 && rest % 1024 == 0 && unit < UNITS.length()) {
            rest /= 1024;
            unit++;
        }
        return rest + (unit == 0 ? "" : UNITS.substring(unit - 1, unit));
    }
}
