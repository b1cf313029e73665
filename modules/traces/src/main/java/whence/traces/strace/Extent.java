package whence.traces.strace;

import whence.traces.text.Ascii;

/// Finds where things end in strace's text, minding strings, brackets, decorations and comments; the fast half of the
/// lexer, which builds nothing.
final class Extent {
    private Extent() {}

    /// Place behind the string that opens at `at`, or -1.
    static int stringEnd(byte[] text, int at, int to) {
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
    /// it.
    static int decorationEnd(byte[] text, int at, int to) {
        int depth = 0;
        for (int i = at; i < to; i++) {
            switch (text[i]) {
                case '<' -> depth++;
                case '>' -> {
                    boolean arrow = text[i - 1] == '-';
                    depth -= arrow ? 0 : 1;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /// Place of the parenthesis that closes the arguments beginning at `at`, or -1 where the text ends before it.
    static int argumentsEnd(byte[] text, int at, int to) {
        return end(text, at, to, false);
    }

    /// Place of the `, ` behind the argument that begins at `at`, or `to`.
    static int argumentEnd(byte[] text, int at, int to) {
        int end = end(text, at, to, true);
        return end < 0 ? to : end;
    }

    private static int end(byte[] text, int at, int to, boolean atComma) {
        int depth = 0;
        int i = at;
        while (i < to) {
            byte b = text[i];
            if (b == '"') {
                int close = stringEnd(text, i, to);
                i = close < 0 ? to : close;
                continue;
            }
            if (b == '<' || b == '/') {
                i = skipAside(text, i, to);
                continue;
            }
            if (b == '(' || b == '{' || b == '[') {
                depth++;
            } else if (b == ')' || b == '}' || b == ']') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (atComma && depth == 0 && b == ',' && Ascii.at(text, i, to, ", ")) {
                return i;
            }
            i++;
        }
        return -1;
    }

    /// Place behind the decoration or comment at `i`; `i + 1` where it is neither.
    private static int skipAside(byte[] text, int i, int to) {
        if (text[i] == '/') {
            int close = Ascii.at(text, i, to, "/*") ? Ascii.indexOf(text, i + 2, to, "*/") : -1;
            return close < 0 ? i + 1 : close + 2;
        }
        boolean decorates = i > 0 && Ascii.word(text[i - 1]);
        int close = decorates ? decorationEnd(text, i, to) : -1;
        return close < 0 ? i + 1 : close;
    }
}
