package whence.logs.service;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Finds the level in a message that a service laid out, without taking the message apart: this is asked of every
/// message of a journal. Says the same as [ServiceLine#level].
public final class ServiceLevel {
    private static final List<String> LEVELS = List.of(
            "info",
            "warning",
            "warn",
            "error",
            "debug",
            "fatal",
            "notice",
            "trace",
            "critical",
            "err",
            "panic",
            "alert",
            "emergency");
    private static final byte[][] LOGFMT_STARTS = {ascii("time="), ascii("ts="), ascii("level=")};
    private static final byte[] LOGFMT = ascii("level=");
    private static final byte[][] JSON = {ascii("\"level\":"), ascii("\"severity\":"), ascii("\"lvl\":")};
    private static final int LONGEST = 16;

    private ServiceLevel() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The level in lower case, empty where the message has none.
    public static String in(byte[] bytes, int from, int to) {
        if (to - from < 8) {
            return "";
        }
        if (bytes[from] == '{') {
            return bytes[to - 1] == '}' ? json(bytes, from, to) : "";
        }
        for (byte[] start : LOGFMT_STARTS) {
            if (isAt(bytes, from, to, start)) {
                int level = indexOf(bytes, from, to, LOGFMT);
                return level < 0 ? "" : word(bytes, level + LOGFMT.length, to);
            }
        }
        return klog(bytes, from, to);
    }

    private static String json(byte[] bytes, int from, int to) {
        for (byte[] key : JSON) {
            int at = indexOf(bytes, from, to, key);
            if (at >= 0) {
                return word(bytes, at + key.length, to);
            }
        }
        return "";
    }

    private static String klog(byte[] bytes, int from, int to) {
        boolean shaped = to - from > 30 && bytes[from + 5] == ' ' && bytes[from + 8] == ':' && bytes[from + 14] == '.';
        for (int i = 1; shaped && i <= 4; i++) {
            shaped = bytes[from + i] >= '0' && bytes[from + i] <= '9';
        }
        if (!shaped) {
            return "";
        }
        return switch (bytes[from]) {
            case 'I' -> "info";
            case 'W' -> "warning";
            case 'E' -> "error";
            case 'F' -> "fatal";
            default -> "";
        };
    }

    /// The word of letters at `at`, behind a blank or a quote.
    private static String word(byte[] bytes, int at, int to) {
        int from = at;
        while (from < to && (bytes[from] == ' ' || bytes[from] == '"')) {
            from++;
        }
        int end = from;
        while (end < to && end - from < LONGEST && Character.isLetter(bytes[end])) {
            end++;
        }
        for (String level : LEVELS) {
            if (level.length() == end - from && sameLetters(bytes, from, level)) {
                return level;
            }
        }
        return "";
    }

    private static boolean sameLetters(byte[] bytes, int from, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if ((bytes[from + i] | 0x20) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAt(byte[] bytes, int at, int to, byte[] wanted) {
        if (to - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == wanted[0] && isAt(bytes, at, to, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
