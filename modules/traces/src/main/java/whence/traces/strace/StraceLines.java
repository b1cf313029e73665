package whence.traces.strace;

import whence.traces.text.Ascii;

/// Recognises the shapes of strace's lines, behind their prefix.
final class StraceLines {
    private static final String UNFINISHED = "<unfinished ...>";
    private static final String DETACHED = "<detached ...>";
    private static final String RESUMED = " resumed>";

    private StraceLines() {}

    /// Place of the parenthesis behind a call's name that begins at `at`, or -1.
    static int callName(byte[] text, int at, int to) {
        int i = at;
        while (i < to && Ascii.word(text[i])) {
            i++;
        }
        boolean name = i > at && i < to && text[i] == '(' && !Ascii.digit(text[at]);
        return name ? i : -1;
    }

    /// Where the note begins that a call goes on later or was left, with the space before it; -1 where there is none.
    static int unfinishedFrom(byte[] text, int at, int to) {
        int length = unfinished(text, at, to) ? UNFINISHED.length() : 0;
        if (length == 0 && to - at >= DETACHED.length() && Ascii.at(text, to - DETACHED.length(), to, DETACHED)) {
            length = DETACHED.length();
        }
        int from = to - length;
        return length == 0 || from < at ? -1 : from > at && text[from - 1] == ' ' ? from - 1 : from;
    }

    /// Whether the line ends in a note that the call goes on later.
    static boolean unfinished(byte[] text, int at, int to) {
        return to - at >= UNFINISHED.length() && Ascii.at(text, to - UNFINISHED.length(), to, UNFINISHED);
    }

    /// Place behind `<... name resumed>`, or -1.
    static int resumedEnd(byte[] text, int at, int to) {
        if (!Ascii.at(text, at, to, "<... ")) {
            return -1;
        }
        int note = Ascii.indexOf(text, at, to, RESUMED);
        return note < 0 ? -1 : note + RESUMED.length();
    }

    /// Whether the line is a frame of `-k`: ` > /usr/lib/libc.so.6(write+0x10) [0x…]`.
    static boolean stackFrame(byte[] text, int from, int to) {
        return Ascii.at(text, from, to, " > ");
    }

    /// Whether the line belongs below an event: a frame, or a line of the dump of `-e read` and `-e write`,
    /// ` | 00010  2f 65 …  /e… |`.
    static boolean below(byte[] text, int from, int to) {
        if (from >= to || text[from] != ' ') {
            return false;
        }
        boolean dump = Ascii.at(text, from, to, " | ")
                && to - from > 9
                && Character.digit(text[from + 3], 16) >= 0
                && text[to - 1] == '|';
        return dump || stackFrame(text, from, to);
    }
}
