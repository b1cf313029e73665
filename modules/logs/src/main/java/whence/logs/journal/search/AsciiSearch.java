package whence.logs.journal.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Looks for an ASCII text in bytes, from its last letter back, so that most bytes are never looked at (Horspool's
/// rule). Any thread.
public final class AsciiSearch {
    private final byte[] lower;
    private final byte[] upper;
    private final int last;
    /// How far the text may move on, by the byte under its last letter.
    private final int[] skip = new int[256];

    /// @param wanted not empty
    /// @param anyCase whether capitals are found too; `wanted` has none then
    public AsciiSearch(String wanted, boolean anyCase) {
        lower = wanted.getBytes(StandardCharsets.US_ASCII);
        upper = (anyCase ? wanted.toUpperCase(Locale.ROOT) : wanted).getBytes(StandardCharsets.US_ASCII);
        last = lower.length - 1;
        Arrays.fill(skip, lower.length);
        for (int i = 0; i < last; i++) {
            skip[lower[i]] = last - i;
            skip[upper[i]] = last - i;
        }
    }

    public boolean isIn(byte[] bytes, int from, int to) {
        for (int at = from; at < to - last; ) {
            byte b = bytes[at + last];
            if ((b == lower[last] || b == upper[last]) && isAt(bytes, at)) {
                return true;
            }
            at += skip[b & 0xff];
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < last; i++) {
            if (bytes[at + i] != lower[i] && bytes[at + i] != upper[i]) {
                return false;
            }
        }
        return true;
    }
}
