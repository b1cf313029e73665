package whence.traces.ftrace;

import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// The columns before an ftrace event: task and pid, perhaps the thread group, processor, flags, stamp. One object
/// serves all lines of a file.
///
/// The kernel prints the task's name right-aligned in 16 characters, so the dash before the pid stands in column 16;
/// other programs that print this layout are met by searching for the first dash that the rest of the columns fits.
/// Names hold dashes, spaces, colons and brackets.
final class TaskColumns {
    int taskFrom;
    int taskTo;
    int pid;
    int cpu;
    int flagsFrom;
    int flagsTo;
    /// The stamp in nanoseconds, or as a plain number where the trace's clock does not count time.
    long stamp;
    /// Where the event begins.
    int body;

    /// Whether the columns stand at the start of `[from, to)`.
    boolean read(byte[] text, int from, int to) {
        int kernels = from + 16;
        if (kernels < to && text[kernels] == '-' && fits(text, from, kernels, to)) {
            return true;
        }
        int last = Math.min(to, from + 80);
        for (int dash = from + 1; dash < last; dash++) {
            if (text[dash] == '-' && fits(text, from, dash, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(byte[] text, int from, int dash, int to) {
        int pidEnd = Ascii.digitsEnd(text, dash + 1, to);
        long number = Ascii.number(text, dash + 1, pidEnd);
        if (number < 0 || number > Integer.MAX_VALUE) {
            return false;
        }
        taskFrom = Ascii.skipSpaces(text, from, dash);
        taskTo = dash;
        pid = (int) number;
        int at = group(text, Ascii.skipSpaces(text, pidEnd, to), to);
        return (at < to && text[at] == '[') ? processor(text, at, to) : latency(text, at, pidEnd, to);
    }

    /// Skips the column of thread groups: `(  411)`, `(-----)`.
    private static int group(byte[] text, int at, int to) {
        if (at >= to || text[at] != '(') {
            return at;
        }
        int close = at;
        while (close < to && text[close] != ')') {
            close++;
        }
        return Ascii.skipSpaces(text, close + 1, to);
    }

    private boolean processor(byte[] text, int at, int to) {
        int close = Ascii.digitsEnd(text, at + 1, to);
        long number = Ascii.number(text, at + 1, close);
        if (number < 0 || number > 1 << 20 || close >= to || text[close] != ']') {
            return false;
        }
        cpu = (int) number;
        flagsFrom = Ascii.skipSpaces(text, close + 1, to);
        flagsTo = Ascii.wordEnd(text, flagsFrom, to);
        if (stampAt(text, flagsFrom, to)) {
            flagsTo = flagsFrom;
            return true;
        }
        return stampAt(text, Ascii.skipSpaces(text, flagsTo, to), to);
    }

    private boolean stampAt(byte[] text, int at, int to) {
        int end = Stamp.decimalEnd(text, at, to);
        if (end == at || end >= to || text[end] != ':') {
            return false;
        }
        boolean counts = Ascii.digitsEnd(text, at, to) == end;
        stamp = counts ? Ascii.number(text, at, end) : Stamp.seconds(text, at, end);
        body = Ascii.skipSpaces(text, end + 1, to);
        return stamp >= 0;
    }

    /// The latency layout: `bash-1993    3d.h1   61us+: function`; microseconds since the trace began.
    private boolean latency(byte[] text, int at, int pidEnd, int to) {
        int cpuEnd = Ascii.digitsEnd(text, at, to);
        int flagsEnd = Ascii.wordEnd(text, at, to);
        int micro = Ascii.skipSpaces(text, flagsEnd, to);
        int microEnd = Ascii.digitsEnd(text, micro, to);
        boolean shaped = at > pidEnd && cpuEnd > at && flagsEnd > cpuEnd && Ascii.at(text, microEnd, to, "us");
        int colon = shaped ? Ascii.indexOf(text, microEnd, Math.min(to, microEnd + 8), ":") : -1;
        if (colon < 0 || microEnd == micro) {
            return false;
        }
        cpu = (int) Math.max(0, Ascii.number(text, at, cpuEnd));
        flagsFrom = cpuEnd;
        flagsTo = flagsEnd;
        stamp = Ascii.number(text, micro, microEnd) * 1000;
        body = Ascii.skipSpaces(text, colon + 1, to);
        return true;
    }

    /// Whether the task's name is one that ftrace did not know: `<...>`.
    boolean nameless(byte[] text) {
        return taskTo - taskFrom == 5 && Ascii.at(text, taskFrom, taskTo, "<...>");
    }
}
