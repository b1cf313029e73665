package whence.session.manifest;

import tools.jackson.databind.JsonNode;

/// Readings of several clocks at one moment, nanoseconds; [#ABSENT] where one was not read.
public record ClockAnchor(long realtimeNs, long monotonicNs, long boottimeNs, String taken) {
    public static final long ABSENT = Long.MIN_VALUE;

    static ClockAnchor of(JsonNode anchor) {
        return new ClockAnchor(
                nanoseconds(anchor.path("realtime")),
                nanoseconds(anchor.path("monotonic")),
                nanoseconds(anchor.path("boottime")),
                Fact.text(anchor, "taken", ""));
    }

    /// Decimal strings, because a double cannot hold them; plain integers pass too.
    private static long nanoseconds(JsonNode value) {
        try {
            return value.isString() ? Long.parseLong(value.stringValue()) : value.longValue(ABSENT);
        } catch (NumberFormatException unreadable) {
            return ABSENT;
        }
    }
}
