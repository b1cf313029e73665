package whence.logs.journal.search;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.NamedFields;
import whence.logs.journal.file.Payloads;
import whence.timeline.filter.text.RequiredLiteral;

/// Which messages a search wants. As in `journalctl --grep`, a pattern without capitals finds both cases. Bytes are
/// compared as they are; the regular expressions see only messages that hold the text which every match must hold.
/// One file, one thread.
public final class MessageFilter {
    private static final Pattern META = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

    private final NamedFields message = new NamedFields("MESSAGE");
    /// Null where the literal is all there is.
    private final @Nullable Pattern pattern;
    /// What every match holds; null where nothing is sure.
    private final @Nullable AsciiSearch literal;

    /// @throws PatternSyntaxException where it is no regular expression
    public MessageFilter(String wanted) {
        // One char a byte on both sides, so that what is no UTF-8 can be found too.
        String latin = new String(wanted.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        boolean anyCase = wanted.equals(wanted.toLowerCase(Locale.ROOT));
        boolean plain = !META.matcher(wanted).find();
        String required = plain ? wanted : RequiredLiteral.of(wanted);
        boolean usable = !required.isEmpty() && required.chars().allMatch(c -> c < 0x80);
        literal = usable ? new AsciiSearch(required, anyCase) : null;
        pattern = usable && plain
                ? null
                : Pattern.compile(latin, Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0));
    }

    public boolean wants(JournalFile file, long entry, Payloads payloads) {
        message.find(file, entry, payloads);
        int from = message.read(0, payloads);
        return from >= 0 && matches(payloads.buffer(), from, payloads.length());
    }

    public boolean matches(byte[] bytes, int from, int to) {
        if (literal != null && !literal.isIn(bytes, from, to)) {
            return false;
        }
        return pattern == null
                || pattern.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                        .find();
    }
}
