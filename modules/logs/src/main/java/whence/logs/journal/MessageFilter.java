package whence.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Which messages a search wants. As in `journalctl --grep`, a pattern without capitals finds both cases. Bytes are
/// compared as they are; a pattern that is plain text never reaches the regular expressions. One file, one thread.
final class MessageFilter {
    private static final Pattern META = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

    private final NamedFields message = new NamedFields("MESSAGE");
    private final @Nullable Pattern pattern;
    private final byte[] lower;
    private final byte[] upper;

    /// @throws PatternSyntaxException where it is no regular expression
    MessageFilter(String wanted) {
        // One char a byte on both sides, so that what is no UTF-8 can be found too.
        String latin = new String(wanted.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        boolean anyCase = wanted.equals(wanted.toLowerCase(Locale.ROOT));
        boolean ascii = wanted.chars().allMatch(c -> c < 0x80);
        boolean plain = !wanted.isEmpty() && ascii && !META.matcher(wanted).find();
        pattern = plain ? null : Pattern.compile(latin, Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0));
        lower = latin.getBytes(StandardCharsets.ISO_8859_1);
        upper = (anyCase ? latin.toUpperCase(Locale.ROOT) : latin).getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean wants(JournalFile file, long entry, Payloads payloads) {
        message.findFromEnd(file, entry, payloads);
        int from = message.read(0, payloads);
        return from >= 0 && matches(payloads.buffer(), from, payloads.length());
    }

    boolean matches(byte[] bytes, int from, int to) {
        if (pattern != null) {
            return pattern.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                    .find();
        }
        byte first = lower[0];
        byte second = upper[0];
        for (int at = from, last = to - lower.length; at <= last; at++) {
            if ((bytes[at] == first || bytes[at] == second) && isAt(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 1; i < lower.length; i++) {
            if (bytes[at + i] != lower[i] && bytes[at + i] != upper[i]) {
                return false;
            }
        }
        return true;
    }
}
