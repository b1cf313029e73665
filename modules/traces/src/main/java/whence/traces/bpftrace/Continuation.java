package whence.traces.bpftrace;

import whence.traces.text.Ascii;

/// Which lines belong to what began above them: to an entry of a map the rest of a key that holds a stack or a line end
/// and the buckets of a histogram; to an error in a script the place it speaks of.
final class Continuation {
    /// A kernel stack and a user stack of `perf_event_max_stack` frames each, and some more.
    private static final int LONGEST_KEY = 600;

    private boolean inEntry;
    private int keyLines;
    /// Lines that an error in a script may still have: the script's own, then the mark below it.
    private int excerpt;

    /// Whether a line begins an entry: `@name: 5`, `@[comm]: 5`, `@name[` with a stack below.
    static boolean entry(byte[] text, int from, int to) {
        if (from == to || text[from] != '@') {
            return false;
        }
        int end = from + 1;
        while (end < to && Ascii.word(text[end])) {
            end++;
        }
        return end < to && (text[end] == '[' || text[end] == ':');
    }

    /// The last event begins on this line.
    void begin(byte[] text, int from, int to) {
        inEntry = entry(text, from, to);
        keyLines = 0;
        excerpt = BpftraceNotices.diagnostic(text, from, to) ? 2 : 0;
        if (inEntry) {
            beginEntry(text, from, to);
        }
    }

    private void beginEntry(byte[] text, int from, int to) {
        int open = from;
        while (open < to && text[open] != '[' && text[open] != ':') {
            open++;
        }
        boolean keyed = open < to && text[open] == '[';
        keyLines = keyed && !closes(text, open, to) ? LONGEST_KEY : 0;
    }

    /// Whether the line goes on with the last event. An empty line ends a table.
    boolean goOn(byte[] text, int from, int to) {
        if (excerpt > 0) {
            excerpt--;
            return excerpt == 1 || BpftraceNotices.tildes(text, from, to);
        }
        if (keyLines > 0) {
            keyLines = closes(text, from, to) ? 0 : keyLines - 1;
            return true;
        }
        if (from == to) {
            inEntry = false;
        }
        return inEntry && bucket(text, from, to);
    }

    private static boolean closes(byte[] text, int from, int to) {
        return Ascii.indexOf(text, from, to, "]: ") >= 0 || (to - from >= 2 && Ascii.at(text, to - 2, to, "]:"));
    }

    /// `[1, 2)   3 |@@@   |`, `(..., 0)   1 |@   |`.
    private static boolean bucket(byte[] text, int from, int to) {
        return to > from && (text[from] == '[' || text[from] == '(') && text[to - 1] == '|';
    }
}
