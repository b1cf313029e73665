package whence.timeline.dating;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.timeline.Input;

/// What an artifact leaves open about its stamps, filled in.
///
/// @param first local date of its first open stamp; null where its stamps carry their dates
/// @param offset how far its local time is ahead of UTC
public record Dates(@Nullable LocalDate first, ZoneOffset offset) {

    /// As a reader takes them beside the bytes.
    public Map<String, String> hints() {
        Map<String, String> hints = new LinkedHashMap<>();
        if (first != null) {
            hints.put(Input.DATE, first.toString());
        }
        hints.put(Input.ZONE, offset.getId());
        return hints;
    }

    /// `2026-11-20, +01:00` or `+01:00`.
    public String text() {
        String zone = offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
        return first == null ? zone : first + ", " + zone;
    }
}
