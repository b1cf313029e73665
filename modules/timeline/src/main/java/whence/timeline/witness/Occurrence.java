package whence.timeline.witness;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import whence.evidence.Time;

/// One record of a text.
///
/// @param key of its event
/// @param micros printk's stamp in microseconds, or [#NONE]
/// @param exact whether that is printk's own, and no sum of steps
/// @param realtime nanoseconds since 1970, where its stamp can be converted
/// @param errorNs of that
/// @param received when somebody received it, which is all that a log without printk's stamps knows
record Occurrence(long key, long micros, boolean exact, OptionalLong realtime, long errorNs, Optional<Time> received) {
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

    /// The first lines of a boot are received many seconds late, by all logs at once.
    private boolean receivedTogether(Occurrence other, long toleranceNs) {
        return received.isPresent()
                && other.received.isPresent()
                && Math.abs(received.get().ns() - other.received.get().ns())
                        <= toleranceNs
                                + received.get().errorNs()
                                + other.received.get().errorNs();
    }

    /// Whether the two cannot be one: their stamps differ, or their times by more than errors and tolerance.
    boolean contradicts(Occurrence other, long toleranceNs) {
        boolean stamps = micros != NONE
                && other.micros != NONE
                && Math.abs(micros - other.micros) > (exact && other.exact ? 1 : ROUNDING_US);
        boolean times = realtime.isPresent()
                && other.realtime.isPresent()
                && Math.abs(realtime.getAsLong() - other.realtime.getAsLong()) > toleranceNs + errorNs + other.errorNs;
        return (micros != NONE && other.micros != NONE) ? stamps : times && !receivedTogether(other, toleranceNs);
    }
}
