package whence.trail.lead;

import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.trail.read.Material;

/// One record of a log as a candidate for a lead.
///
/// @param text the message, what cannot be printed as `\xNN`
/// @param priority syslog priority, [#UNKNOWN] where the artifact does not give one
/// @param printkNs the stamp printk gave it, or [#UNKNOWN]
public record LogLine(Material.Part part, int row, EventKind kind, String text, int priority, long printkNs) {
    public static final int UNKNOWN = -1;

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
                : new Time(whence.evidence.Clock.PRINTK, printkNs, 500);
    }
}
