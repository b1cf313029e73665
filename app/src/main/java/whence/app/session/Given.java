package whence.app.session;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import whence.session.Session;

/// What a session was opened from.
record Given(List<Path> files, Map<String, String> sources) {
    Given {
        files = List.copyOf(files);
        sources = Map.copyOf(sources);
    }

    /// Time zone of the machine that was captured; UTC where nobody says.
    ZoneId zone(Session session) {
        String named = session.manifest().host().timeZone();
        try {
            return named == null ? ZoneOffset.UTC : ZoneId.of(named);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    String title(Session session) {
        String said = session.manifest().title();
        return said.isBlank() ? String.valueOf(files.getFirst().getFileName()) : said;
    }
}
