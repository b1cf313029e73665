package whence.app.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import whence.evidence.Clock;
import whence.timeline.Events;

/// Times as the panes write them: whole nanoseconds, and never one clock in the clothes of another.
public final class Stamps {
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.nnnnnnnnn", Locale.ROOT);

    private Stamps() {}

    public static String text(Clock clock, long ns, ZoneId zone) {
        if (ns == Events.NO_TIME) {
            return "—";
        }
        return switch (clock) {
            case REALTIME ->
                DAY_AND_TIME.format(Instant.ofEpochSecond(Math.floorDiv(ns, SECOND), Math.floorMod(ns, SECOND))
                        .atZone(zone));
            case TIME_OF_DAY -> "      " + timeOfDay(ns);
            case PRINTK -> "printk   " + seconds(ns);
            case BOOTTIME -> "boot     " + seconds(ns);
            case MONOTONIC -> "mono     " + seconds(ns);
            case TRACE -> "trace    " + seconds(ns);
            case NONE -> "—";
        };
    }

    private static String seconds(long ns) {
        return String.format(Locale.ROOT, "%5d.%09d", Math.floorDiv(ns, SECOND), Math.floorMod(ns, SECOND));
    }

    private static String timeOfDay(long ns) {
        long s = Math.floorDiv(ns, SECOND);
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%09d", s / 3600, s / 60 % 60, s % 60, Math.floorMod(ns, SECOND));
    }
}
