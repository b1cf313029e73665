package whence.timeline.witness;

import java.util.Comparator;
import java.util.OptionalLong;

/// One record of a text.
///
/// @param key of its event
/// @param micros printk's stamp in microseconds, or [#NONE]
/// @param exact whether that is printk's own, and no sum of steps
/// @param realtime nanoseconds since 1970, where its stamp can be converted
/// @param errorNs of that
record Occurrence(long key, long micros, boolean exact, OptionalLong realtime, long errorNs) {
    static final long NONE = Long.MIN_VALUE;

    /// What the sums of `dmesg --time-format delta` may be off.
    private static final long ROUNDING_US = 50_000;

    /// By time; records without one keep the order of their artifact.
    static final Comparator<Occurrence> IN_TIME =
            Comparator.<Occurrence>comparingLong(o -> o.realtime.orElse(0)).thenComparingLong(Occurrence::key);

    long apart(Occurrence other) {
        return Math.abs(realtime.orElse(0) - other.realtime.orElse(0));
    }

    boolean near(Occurrence other, long toleranceNs) {
        return realtime.isPresent() && other.realtime.isPresent() && !contradicts(other, toleranceNs);
    }

    /// Whether the two cannot be one: their stamps differ, or their times by more than errors and tolerance.
    boolean contradicts(Occurrence other, long toleranceNs) {
        boolean stamps = micros != NONE
                && other.micros != NONE
                && Math.abs(micros - other.micros) > (exact && other.exact ? 1 : ROUNDING_US);
        boolean times = realtime.isPresent()
                && other.realtime.isPresent()
                && Math.abs(realtime.getAsLong() - other.realtime.getAsLong()) > toleranceNs + errorNs + other.errorNs;
        return (micros != NONE && other.micros != NONE) ? stamps : times;
    }
}
