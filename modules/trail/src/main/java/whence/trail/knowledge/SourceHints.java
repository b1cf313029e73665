package whence.trail.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the source of a kernel is got, by its release: the lines of `knowledge/sources.txt`, `PATTERN => WAY`, the first
/// that is found in the release.
public final class SourceHints {
    private final List<Hint> hints;

    private SourceHints(List<Hint> hints) {
        this.hints = List.copyOf(hints);
    }

    private record Hint(Pattern release, String way) {}

    /// Those that come with the program.
    public static SourceHints shipped() {
        try (InputStream in = Objects.requireNonNull(SourceHints.class.getResourceAsStream("sources.txt"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceHints parse(String text) {
        List<Hint> hints = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] sides = line.split(" => ", 2);
                hints.add(new Hint(Pattern.compile(sides[0]), sides[1].strip()));
            }
        }
        return new SourceHints(hints);
    }

    /// A clause that says what to run; empty where the release is like none that is known.
    ///
    /// @param release as `uname -r` prints it
    public Optional<String> of(String release) {
        for (Hint hint : hints) {
            Matcher matcher = hint.release().matcher(release);
            if (matcher.find()) {
                StringBuilder way = new StringBuilder();
                matcher.appendReplacement(way, hint.way());
                return Optional.of(way.substring(matcher.start()));
            }
        }
        return Optional.empty();
    }
}
