package whence.traces.graph;

import java.nio.charset.StandardCharsets;
import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// The columns of one line of the function graph tracer: `TIME | CPU) TASK-PID | FLAGS | DURATION | call`, where
/// options of the tracer leave out any but the last. One for each reading, filled anew for each line.
public final class GraphLine {
    /// No line of a trace is longer than its page; of a longer one so much is looked at.
    static final int LONGEST = 1 << 16;

    /// Two names with their pids, and a processor.
    private static final int LONGEST_SWITCH = 256;

    /// Marks of a duration: more than 10, 100 us, 1, 10, 100 ms and 1 s.
    private static final String MARKS = "+!#*@$";

    /// Nanoseconds of the absolute time, or [Stamp#NONE].
    long timeNs;
    /// Processor, or -1.
    int cpu;
    /// Name of the task; empty where it is not shown.
    String task = "";
    /// Pid of the task, or -1.
    int pid;
    /// Nanoseconds, or [Stamp#NONE].
    long durationNs;
    /// Spaces before the call.
    int indent;
    /// The call itself with its comment, an end of one, or a comment.
    public String call = "";

    /// Whether the line is of this format: it has a processor or a duration before the call. A line on which tasks
    /// switch is to be asked for before.
    public boolean read(byte[] text, int from, int lineEnd) {
        int to = Math.min(lineEnd, from + LONGEST);
        clear();
        int at = processor(text, time(text, from, to), to);
        boolean timed = false;
        for (int bar = bar(text, at, to); bar >= 0 && !timed; bar = bar(text, at, to)) {
            timed = duration(text, at, bar);
            if (!timed && !task(text, at, bar) && !flags(text, at, bar)) {
                break;
            }
            at = bar + 1;
        }
        at += at < to && timed && text[at] == ' ' ? 1 : 0;
        int start = Ascii.skipSpaces(text, at, to);
        indent = start - at;
        call = new String(text, start, to - start, StandardCharsets.ISO_8859_1).stripTrailing();
        return timed || (cpu >= 0 && !call.isEmpty());
    }

    private void clear() {
        timeNs = Stamp.NONE;
        durationNs = Stamp.NONE;
        cpu = -1;
        task = "";
        pid = -1;
    }

    /// Whether the line is ` 0)  bash-1993  =>  sshd-123`: another task runs on the processor from here on.
    boolean readSwitch(byte[] text, int from, int lineEnd) {
        int to = Math.min(lineEnd, from + LONGEST_SWITCH);
        clear();
        int at = processor(text, from, to);
        int arrow = cpu < 0 ? -1 : Ascii.lastIndexOf(text, at, to, " => ");
        return arrow > 0 && task(text, at, arrow) && next(text, arrow + 4, to);
    }

    private boolean next(byte[] text, int from, int to) {
        task = "";
        return task(text, from, to);
    }

    /// `  1234.567890 |`; gives where the next column begins.
    private int time(byte[] text, int from, int to) {
        int start = Ascii.skipSpaces(text, from, to);
        int end = Stamp.decimalEnd(text, start, to);
        int bar = Ascii.skipSpaces(text, end, to);
        boolean time = Ascii.digitsEnd(text, start, to) < end && bar < to && text[bar] == '|';
        if (!time) {
            return from;
        }
        timeNs = Stamp.seconds(text, start, end);
        return bar + 1;
    }

    /// ` 3)`.
    private int processor(byte[] text, int from, int to) {
        int start = Ascii.skipSpaces(text, from, to);
        int end = Ascii.digitsEnd(text, start, to);
        boolean processor = end > start && end - start < 7 && end < to && text[end] == ')';
        cpu = processor ? (int) Ascii.number(text, start, end) : -1;
        return processor ? end + 1 : from;
    }

    private static int bar(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '|') {
                return i;
            }
        }
        return -1;
    }

    /// Blank, a mark, `12.345 us`, or both.
    private boolean duration(byte[] text, int from, int to) {
        int at = Ascii.skipSpaces(text, from, to);
        at += at < to && MARKS.indexOf(text[at]) >= 0 ? 1 : 0;
        at = Ascii.skipSpaces(text, at, to);
        int end = Stamp.decimalEnd(text, at, to);
        boolean us = end > at && Ascii.at(text, end, to, " us");
        if (us) {
            long scaled = Stamp.seconds(text, at, end);
            durationNs = scaled == Stamp.NONE ? Stamp.NONE : scaled / 1_000_000;
        }
        return Ascii.skipSpaces(text, us ? end + 3 : end, to) == to;
    }

    /// `sh-4802`, whose name may hold dashes, spaces and parentheses; older kernels show flags behind it.
    private boolean task(byte[] text, int from, int to) {
        int start = Ascii.skipSpaces(text, from, to);
        int dash = Ascii.lastIndexOf(text, start, to, "-");
        int end = dash > start ? Ascii.digitsEnd(text, dash + 1, to) : to;
        long number = dash > start && end - dash <= 10 ? Ascii.number(text, dash + 1, end) : -1;
        if (number < 0 || !task.isEmpty() || (end < to && text[end] != ' ')) {
            return false;
        }
        task = new String(text, start, dash - start, StandardCharsets.ISO_8859_1);
        pid = (int) number;
        return true;
    }

    /// `d..1.`.
    private static boolean flags(byte[] text, int from, int to) {
        int start = Ascii.skipSpaces(text, from, to);
        int end = Ascii.wordEnd(text, start, to);
        return end - start >= 3 && end - start <= 8 && Ascii.skipSpaces(text, end, to) == to;
    }
}
