package whence.trail.lead.line;

import java.time.Instant;
import java.util.Locale;
import whence.evidence.Clock;
import whence.evidence.Time;

/// Stamps in sentences.
public final class Stamps {
    private static final long SECOND = 1_000_000_000L;

    private Stamps() {}

    /// UTC for real time, seconds for the clocks since boot and a tracer's own.
    public static String words(Time time) {
        return time.clock() == Clock.REALTIME
                ? Instant.ofEpochSecond(
                                Math.floorDiv(time.ns(), SECOND), Math.floorMod(time.ns(), SECOND) / 1000 * 1000)
                        .toString()
                : String.format(
                        Locale.ROOT,
                        "%d.%06d",
                        Math.floorDiv(time.ns(), SECOND),
                        Math.floorMod(time.ns(), SECOND) / 1000);
    }
}
