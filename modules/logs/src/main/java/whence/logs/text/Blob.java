package whence.logs.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `[33B blob data]`: what journalctl shows instead of a message that holds anything unprintable.
///
/// @param length of the hidden message, bytes
/// @param error how far the length may be off, where journalctl rounded it
record Blob(long length, long error) {
    private static final Pattern TEXT = Pattern.compile("\\[(\\d{1,6})(?:[.,](\\d))?([BKMG]) blob data\\]");

    static Optional<Blob> of(String message) {
        Matcher match = TEXT.matcher(message);
        if (!match.matches()) {
            return Optional.empty();
        }
        long unit = 1L << (10 * "BKMG".indexOf(match.group(3)));
        long tenths =
                Long.parseLong(match.group(1)) * 10 + (match.group(2) == null ? 0 : Long.parseLong(match.group(2)));
        long error = unit == 1 ? 0 : match.group(2) == null ? unit : unit / 10 + 1;
        return Optional.of(new Blob(tenths * unit / 10, error));
    }
}
