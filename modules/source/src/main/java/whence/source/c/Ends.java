package whence.source.c;

/// Where comments, lines and preprocessor lines end, over continuations.
final class Ends {
    private static final long SLASHES = EightBytes.all('/');

    private Ends() {}

    /// Offset of the LF that ends a preprocessor line, over continuations, strings and comments.
    static int directive(byte[] bytes, int from, int to) {
        int i = from;
        byte quote = 0;
        while (i < to) {
            byte b = bytes[i];
            if (CharacterClass.plain(b)) {
                i++;
            } else if (b == '\n') {
                return i;
            } else if (b == '\\') {
                int splice = Splices.length(bytes, i, to);
                i += splice > 0 ? splice : quote != 0 && i + 1 < to && bytes[i + 1] != '\n' ? 2 : 1;
            } else if (quote != 0) {
                quote = b == quote ? 0 : quote;
                i++;
            } else if (b == '/' && i + 1 < to && bytes[i + 1] == '*') {
                i = comment(bytes, i, to);
            } else if (b == '/' && i + 1 < to && bytes[i + 1] == '/') {
                return line(bytes, i + 2, to);
            } else {
                quote = b == '"' || b == '\'' ? b : 0;
                i++;
            }
        }
        return Math.min(i, to);
    }

    /// Offset of the LF that ends a line.
    static int line(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n') {
            i += bytes[i] == '\\' ? Math.max(1, Splices.length(bytes, i, to)) : 1;
        }
        return Math.min(i, to);
    }

    /// Offset behind the comment that begins at `at`; the end of the text where it is not closed.
    static int comment(byte[] bytes, int at, int to) {
        int i = at + 3;
        while (i + 8 <= to) {
            long hits = EightBytes.hits(bytes, i, SLASHES);
            if (hits == 0) {
                i += 8;
            } else {
                i += EightBytes.first(hits) + 1;
                if (bytes[i - 2] == '*') {
                    return i;
                }
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '/' && bytes[i - 1] == '*') {
                return i + 1;
            }
        }
        return to;
    }
}
