package whence.logs.line;

import java.util.Arrays;

/// Colour sequences of terminals (`ESC [ … m`, and `ESC [ K`), which coloured listings are full of.
public final class Sgr {
    private static final byte ESC = 0x1b;

    private Sgr() {}

    /// Length of the sequence at `at`, 0 where there is none.
    public static int length(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at) != ESC || text.charAt(at + 1) != '[') {
            return 0;
        }
        int end = at + 2;
        while (end < text.length() && isParameter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && (text.charAt(end) == 'm' || text.charAt(end) == 'K') ? end + 1 - at : 0;
    }

    /// How wide the first `end` chars of a line look, its colours aside.
    public static int width(String line, int end) {
        int width = 0;
        for (int at = 0; at < end; ) {
            int sequence = length(line, at);
            width += sequence == 0 ? 1 : 0;
            at += Math.max(sequence, 1);
        }
        return width;
    }

    /// The bytes without their colours.
    public static byte[] strip(byte[] bytes) {
        int escape = indexOf(bytes);
        if (escape < 0) {
            return bytes;
        }
        byte[] kept = new byte[bytes.length];
        int count = 0;
        for (int at = 0; at < bytes.length; ) {
            int sequence = bytes[at] == ESC ? length(bytes, at) : 0;
            if (sequence == 0) {
                kept[count++] = bytes[at++];
            }
            at += sequence;
        }
        return Arrays.copyOf(kept, count);
    }

    private static int length(byte[] bytes, int at) {
        int end = at + 2;
        if (end > bytes.length || bytes[at + 1] != '[') {
            return 0;
        }
        while (end < bytes.length && isParameter((char) bytes[end])) {
            end++;
        }
        return end < bytes.length && (bytes[end] == 'm' || bytes[end] == 'K') ? end + 1 - at : 0;
    }

    private static boolean isParameter(char c) {
        return c == ';' || (c >= '0' && c <= '9');
    }

    private static int indexOf(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ESC) {
                return i;
            }
        }
        return -1;
    }
}
