package whence.cli.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import whence.evidence.Clock;
import whence.timeline.Events;
import whence.timeline.Fields;

/// Events of a timeline, one a line.
public final class EventText {
    private static final DateTimeFormatter REALTIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long SECOND_NS = 1_000_000_000;

    private EventText() {}

    /// @param text what the event says
    public static String line(Events events, int row, String text) {
        String pid = events.pid(row) == Events.NO_PID ? "-" : Integer.toString(events.pid(row));
        String comm = events.text(Fields.COMM, row);
        return String.format(
                Locale.ROOT,
                "%-26s %-10s %7s %-15s %s  (%s)",
                stamp(events.clock(row), events.timeNs(row)),
                events.kind(row).name().toLowerCase(Locale.ROOT),
                pid,
                comm == null ? "-" : Page.safe(comm),
                Page.safe(text),
                events.span(row));
    }

    private static String stamp(Clock clock, long ns) {
        if (ns == Events.NO_TIME || clock == Clock.NONE) {
            return "-";
        }
        return switch (clock) {
            case REALTIME -> REALTIME.format(Instant.ofEpochSecond(0, ns));
            case TIME_OF_DAY ->
                String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d.%06d",
                        ns / SECOND_NS / 3600,
                        ns / SECOND_NS / 60 % 60,
                        ns / SECOND_NS % 60,
                        ns % SECOND_NS / 1000);
            case BOOTTIME, MONOTONIC, PRINTK, TRACE, NONE ->
                String.format(
                        Locale.ROOT,
                        "%s %d.%06d",
                        clock.name().toLowerCase(Locale.ROOT),
                        ns / SECOND_NS,
                        ns % SECOND_NS / 1000);
        };
    }
}
