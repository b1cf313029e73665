package whence.timeline.dating;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.timeline.Input;

/// What is known of an artifact's stamps beforehand: only dates that agree with it fit.
///
/// @param first local date of its first stamp
/// @param zone of its stamps
public record Known(@Nullable LocalDate first, @Nullable ZoneId zone) {
    public static final Known NOTHING = new Known(null, null);
    private static final long SECOND_NS = 1_000_000_000L;

    /// From the hints that a reader gets; what cannot be read is not known.
    public static Known of(Map<String, String> hints) {
        return new Known(date(hints.get(Input.DATE)), zone(hints.get(Input.ZONE)));
    }

    /// Whether dates that put an event at `ns` agree.
    boolean agrees(Dates dates, long ns) {
        boolean date = first == null || dates.first() == null || first.equals(dates.first());
        return date
                && (zone == null
                        || zone.getRules()
                                .getOffset(Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS)))
                                .equals(dates.offset()));
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        try {
            return iso == null ? null : LocalDate.parse(iso);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
