package whence.source.c;

/// Backslash and line end, which C joins before it looks at anything else. As GCC does, blanks between the two are
/// ignored, and a CR belongs to the line end.
final class Splices {
    private Splices() {}

    /// Length of the continuation that begins at `at`, 0 where there is none.
    static int length(byte[] bytes, int at, int to) {
        if (bytes[at] != '\\') {
            return 0;
        }
        int i = at + 1;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i < to && bytes[i] == '\n' ? i + 1 - at : 0;
    }

    /// Offset of the first byte that is no blank, no continuation and no comment of one directive line.
    static int skipSpace(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == 0x0b) {
                at++;
            } else if (b == '\\' && length(bytes, at, to) > 0) {
                at += length(bytes, at, to);
            } else if (b == '/' && at + 1 < to && bytes[at + 1] == '*') {
                at = Ends.comment(bytes, at, to);
            } else {
                break;
            }
        }
        return at;
    }

    static boolean letter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
    }

    /// Whether a whole word stands at an offset.
    static boolean wordAt(byte[] bytes, int at, int to, String word) {
        int end = at + word.length();
        if (end > to || (end < to && letter(bytes[end]))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// A text with its continuations taken out.
    static String join(String raw) {
        StringBuilder joined = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            int next = c == '\\' ? behind(raw, at) : at;
            if (next > at) {
                at = next;
            } else {
                joined.append(c);
                at++;
            }
        }
        return joined.toString();
    }

    private static int behind(String raw, int at) {
        int i = at + 1;
        while (i < raw.length() && (raw.charAt(i) == ' ' || raw.charAt(i) == '\t' || raw.charAt(i) == '\r')) {
            i++;
        }
        return i < raw.length() && raw.charAt(i) == '\n' ? i + 1 : at;
    }
}
