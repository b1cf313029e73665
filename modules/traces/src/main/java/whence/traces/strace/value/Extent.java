package whence.traces.strace.value;

import whence.traces.text.Ascii;

/// Finds where things end in strace's text, minding strings, brackets, decorations and comments; the fast half of the
/// lexer, which builds nothing.
public final class Extent {
    /// Decorations and comments that may stay unclosed on a line before none is looked for any more: each costs a look
    /// at the whole rest, and a real line has none.
    private static final int UNCLOSED = 4;

    private Extent() {}

    /// Place behind the string that opens at `at`, or -1.
    public static int stringEnd(byte[] text, int at, int to) {
        for (int i = at + 1; i < to; i++) {
            if (text[i] == '\\') {
                i++;
            } else if (text[i] == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    /// Place behind the decoration `<…>` that opens at `at`, or -1. `->` inside a socket's decoration does not close
    /// it, nor does what stands in the quotes of a socket's name.
    public static int decorationEnd(byte[] text, int at, int to) {
        int depth = 0;
        for (int i = at; i < to; i++) {
            switch (text[i]) {
                case '<' -> depth++;
                case '>' -> depth -= text[i - 1] == '-' ? 0 : 1;
                case '\\' -> i++;
                case '"' -> i = Math.max(i, stringEnd(text, i, to) - 1);
                default -> {}
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /// Place of the parenthesis that closes the arguments beginning at `at`, or -1 where the text ends before it.
    public static int argumentsEnd(byte[] text, int at, int to) {
        return end(text, at, to, false);
    }

    /// Place of the `, ` behind the argument that begins at `at`, or `to`.
    static int argumentEnd(byte[] text, int at, int to) {
        int end = end(text, at, to, true);
        return end < 0 ? to : end;
    }

    private static int end(byte[] text, int at, int to, boolean atComma) {
        int depth = 0;
        int unclosed = 0;
        int i = at;
        while (i < to) {
            byte b = text[i];
            if (b == '"') {
                int close = stringEnd(text, i, to);
                i = close < 0 ? to : close;
                continue;
            }
            if ((b == '<' || b == '/') && unclosed < UNCLOSED && opensAside(text, i, to)) {
                int close = asideEnd(text, i, to);
                unclosed += close < 0 ? 1 : 0;
                i = close < 0 ? i + 1 : close;
                continue;
            }
            if (b == '(' || b == '{' || b == '[') {
                depth++;
            } else if (b == ')' || b == '}' || b == ']') {
                if (depth == 0 && b == ')') {
                    return i;
                }
                depth -= depth == 0 ? 0 : 1;
            } else if (atComma && depth == 0 && b == ',' && Ascii.at(text, i, to, ", ")) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private static boolean opensAside(byte[] text, int i, int to) {
        return text[i] == '/' ? Ascii.at(text, i, to, "/*") : i > 0 && Ascii.word(text[i - 1]);
    }

    /// Place behind the decoration or comment at `i`, or -1.
    private static int asideEnd(byte[] text, int i, int to) {
        if (text[i] == '<') {
            return decorationEnd(text, i, to);
        }
        int close = Ascii.indexOf(text, i + 2, to, "*/");
        return close < 0 ? -1 : close + 2;
    }
}
