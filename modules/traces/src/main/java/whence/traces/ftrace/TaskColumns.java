package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// The columns before an ftrace event: task and pid, perhaps the thread group, processor, flags, stamp. One object
/// serves all lines of a file.
///
/// The kernel prints the task's name right-aligned in 16 characters, so the dash before the pid stands in column 16;
/// other programs that print this layout are met by searching for the first dash that the rest of the columns fits.
/// Names hold dashes, spaces, colons, brackets, and line ends: then the columns go on in the next line, with the dash.
final class TaskColumns {
    /// `comm pid cpu flags count index [stamp] 37.709ms (+0.024ms): event`, of the option `verbose`.
    private static final Pattern VERBOSE =
            Pattern.compile("\\s*(?<comm>.{1,16}?)\\s+(?<pid>\\d{1,9})\\s+(?<cpu>\\d{1,6})"
                    + "\\s+\\d{1,6}\\s+[0-9a-f]{8}\\s+[0-9a-f]{8,16}\\s+\\[[0-9a-f]{8,16}\\]\\s+(?<ms>\\d{1,12})\\.(?<us>\\d{3})ms"
                    + "\\s+\\(\\+\\d{1,12}\\.\\d{3}ms\\):\\s");
    private static final int LONGEST_VERBOSE = 160;

    int taskFrom;
    int taskTo;
    int pid;
    int cpu;
    int flagsFrom;
    int flagsTo;
    /// The stamp in nanoseconds, or as a plain number where the trace's clock does not count time.
    long stamp;
    /// Whether the stamp counts from the start of the trace, which is not written in it.
    boolean relative;
    /// Where the event begins.
    int body;

    /// Whether the columns stand at the start of `[from, to)`.
    boolean read(byte[] text, int from, int to) {
        int kernels = from + 16;
        if (kernels < to && text[kernels] == '-' && fits(text, from, kernels, to)) {
            return true;
        }
        int last = Math.min(to, from + 80);
        for (int dash = from; dash < last; dash++) {
            if (text[dash] == '-' && fits(text, from, dash, to)) {
                return true;
            }
        }
        return Ascii.indexOf(text, from, Math.min(to, from + LONGEST_VERBOSE), "ms (+") > 0 && verbose(text, from, to);
    }

    private boolean verbose(byte[] text, int from, int to) {
        int last = Math.min(to, from + LONGEST_VERBOSE);
        Matcher matcher = VERBOSE.matcher(new String(text, from, last - from, StandardCharsets.ISO_8859_1));
        if (!matcher.lookingAt()) {
            return false;
        }
        taskFrom = from + matcher.start("comm");
        taskTo = from + matcher.end("comm");
        pid = Integer.parseInt(matcher.group("pid"));
        cpu = Integer.parseInt(matcher.group("cpu"));
        flagsFrom = taskTo;
        flagsTo = taskTo;
        stamp = Long.parseLong(matcher.group("ms")) * 1_000_000 + Long.parseLong(matcher.group("us")) * 1000;
        relative = true;
        body = from + matcher.end();
        return true;
    }

    private boolean fits(byte[] text, int from, int dash, int to) {
        int pidEnd = Ascii.digitsEnd(text, dash + 1, to);
        long number = Ascii.number(text, dash + 1, pidEnd);
        if (number < 0 || number > Integer.MAX_VALUE) {
            return false;
        }
        taskFrom = Ascii.skipSpaces(text, from, dash);
        taskTo = nameEnd(text, dash);
        pid = (int) number;
        relative = false;
        int at = group(text, Ascii.skipSpaces(text, pidEnd, to), to);
        return (at < to && text[at] == '[') ? processor(text, at, to) : latency(text, at, pidEnd, to);
    }

    private int nameEnd(byte[] text, int dash) {
        int end = dash;
        while (end > taskFrom && text[end - 1] == '\n') {
            end--;
        }
        return end;
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
        body = behindDifference(text, Ascii.skipSpaces(text, end + 1, to), to);
        return stamp >= 0;
    }

    /// Skips `(+12667)`, the time since the event before, which trace-cmd shows if asked to.
    private static int behindDifference(byte[] text, int at, int to) {
        int end = Ascii.at(text, at, to, "(+") ? Ascii.digitsEnd(text, at + 2, to) : at;
        return end > at + 2 && end < to && text[end] == ')' ? Ascii.skipSpaces(text, end + 1, to) : at;
    }

    /// The latency layout: `bash-1993    3d.h1   61us+: function`, microseconds since the trace began; trace-cmd shows
    /// the usual stamp there.
    private boolean latency(byte[] text, int at, int pidEnd, int to) {
        int cpuEnd = Ascii.digitsEnd(text, at, to);
        int flagsEnd = Ascii.wordEnd(text, at, to);
        int micro = Ascii.skipSpaces(text, flagsEnd, to);
        int microEnd = Ascii.digitsEnd(text, micro, to);
        boolean shaped = at > pidEnd && cpuEnd > at && flagsEnd > cpuEnd;
        if (shaped && stampAt(text, micro, to)) {
            return placed(text, at, cpuEnd, flagsEnd);
        }
        shaped &= Ascii.at(text, microEnd, to, "us");
        int colon = shaped ? Ascii.indexOf(text, microEnd, Math.min(to, microEnd + 8), ":") : -1;
        if (colon < 0 || microEnd == micro) {
            return false;
        }
        stamp = Ascii.number(text, micro, microEnd) * 1000;
        relative = true;
        body = Ascii.skipSpaces(text, colon + 1, to);
        return placed(text, at, cpuEnd, flagsEnd);
    }

    private boolean placed(byte[] text, int from, int cpuEnd, int flagsEnd) {
        cpu = Math.clamp(Ascii.number(text, from, cpuEnd), 0, 1 << 20);
        flagsFrom = cpuEnd;
        flagsTo = flagsEnd;
        return true;
    }

    /// Whether the task's name is one that ftrace did not know: `<...>`.
    boolean nameless(byte[] text) {
        return taskTo - taskFrom == 5 && Ascii.at(text, taskFrom, taskTo, "<...>");
    }
}
