package whence.trail.lead.line;

import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.logs.LogFields;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.trail.read.Material;

/// One record of a log as a candidate for a lead.
///
/// @param text the message, what cannot be printed as `\xNN`
/// @param priority syslog priority, [#UNKNOWN] where the artifact does not give one
/// @param printkNs the stamp printk gave it, or [#UNKNOWN]
public record LogLine(Material.Part part, int row, EventKind kind, String text, int priority, long printkNs) {
    public static final int UNKNOWN = -1;

    static LogLine of(Material.Part part, int row) {
        Events events = part.events();
        long priority = events.number(Fields.PRIORITY, row);
        return new LogLine(
                part,
                row,
                events.kind(row),
                part.text(row),
                priority == Events.NO_NUMBER ? UNKNOWN : (int) priority,
                printk(events, row));
    }

    private static long printk(Events events, int row) {
        if (events.clock(row) == Clock.PRINTK) {
            return events.timeNs(row);
        }
        long stamp = events.number(Fields.PRINTK_NS, row);
        return stamp == Events.NO_NUMBER ? UNKNOWN : stamp;
    }

    /// Whether the artifact shows the length of the message only.
    boolean hidden() {
        return part.events().number(LogFields.BLOB, row) != Events.NO_NUMBER;
    }

    public Span span() {
        return part.span(row);
    }

    public String artifact() {
        return part.artifact().path();
    }

    /// Half a microsecond for stamps that carry microseconds, as all kernel stamps here do.
    public Time time() {
        return printkNs == UNKNOWN
                ? new Time(part.events().clock(row), part.events().timeNs(row), 500_000_000)
                : new Time(Clock.PRINTK, printkNs, 500);
    }
}
