package whence.timeline.filter.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import whence.bytes.Watch;

/// What to look for in texts: a literal, or a regular expression with the literal that every match must hold, if
/// there is one.
///
/// @param required UTF-8 bytes that every match contains; empty where nothing is required
/// @param pattern null where the literal is all there is
public record TextSearch(
        Literal required, @org.jspecify.annotations.Nullable Pattern pattern) {

    /// Finds the text as it stands.
    public static TextSearch literal(String text) {
        return new TextSearch(new Literal(text.getBytes(StandardCharsets.UTF_8)), null);
    }

    /// Finds what the expression matches, after the literal that each match must hold.
    public static TextSearch regex(Pattern pattern) {
        boolean anyCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
        String required = anyCase ? "" : RequiredLiteral.of(pattern.pattern());
        return new TextSearch(new Literal(required.getBytes(StandardCharsets.UTF_8)), pattern);
    }

    /// Whether a text holds it.
    ///
    /// @throws whence.bytes.CancelledException where the watch was cancelled meanwhile
    public boolean in(String text, Watch watch) {
        return pattern == null ? text.contains(required.text()) : Interruptible.finds(pattern, text, watch);
    }
}
