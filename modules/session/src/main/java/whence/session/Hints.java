package whence.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import whence.evidence.Machines;
import whence.session.manifest.Host;
import whence.timeline.Input;

/// What a reader is told beside the bytes: the manifest's facts about the artifact, the machine's time zone, and the
/// date on which the capture began.
final class Hints {
    /// Name of the format as the manifest gives it.
    static final String FORMAT = "format";

    private static final String CAPTURED_BEFORE = "captured.before";
    private static final long NS = 1_000_000_000L;

    private final Host host;

    Hints(Host host) {
        this.host = host;
    }

    Map<String, String> of(Artifact artifact) {
        Map<String, String> hints = new LinkedHashMap<>(artifact.facts());
        String origin = artifact.origin();
        String format = artifact.format();
        hints.put(Input.ORIGIN, origin == null ? artifact.path() : origin);
        if (format != null) {
            hints.put(FORMAT, format);
        }
        String zone = host.timeZone();
        if (zone != null) {
            hints.putIfAbsent(Input.ZONE, zone);
        }
        Optional.ofNullable(host.architecture())
                .flatMap(Machines::architecture)
                .or(() -> Optional.ofNullable(host.release()).flatMap(Machines::ofRelease))
                .ifPresent(folder -> hints.putIfAbsent(Input.ARCHITECTURE, folder));
        date(artifact, zone(hints.get(Input.ZONE))).ifPresent(date -> hints.putIfAbsent(Input.DATE, date));
        return hints;
    }

    private static ZoneId zone(@org.jspecify.annotations.Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /// The day of `captured.before`, nanoseconds of CLOCK_REALTIME in decimal digits or an ISO instant.
    private static Optional<String> date(Artifact artifact, ZoneId zone) {
        String before = artifact.facts().get(CAPTURED_BEFORE);
        if (before == null) {
            return Optional.empty();
        }
        try {
            boolean digits = before.chars().allMatch(c -> c >= '0' && c <= '9');
            Instant instant = digits
                    ? Instant.ofEpochSecond(Long.parseLong(before) / NS, Long.parseLong(before) % NS)
                    : Instant.parse(before);
            return Optional.of(instant.atZone(zone).toLocalDate().toString());
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
