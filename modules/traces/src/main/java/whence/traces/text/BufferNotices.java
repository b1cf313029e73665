package whence.traces.text;

/// Lines by which ftrace and trace-cmd speak of the trace itself.
public final class BufferNotices {
    private BufferNotices() {}

    /// Whether the line is one: a lost count, a buffer's start, the head of a report.
    public static boolean is(byte[] text, int from, int to) {
        return lost(text, from, to) >= 0 || buffer(text, from, to) || report(text, from, to);
    }

    /// Events that `CPU:1 [LOST 123 EVENTS]` or `CPU:1 [123 EVENTS DROPPED]` counts; 0 where it does not say how
    /// many;
    /// -1 where the line is none of these.
    public static long lost(byte[] text, int from, int to) {
        int open = Ascii.indexOf(text, from, to, "[");
        if (!Ascii.at(text, from, to, "CPU:") || open < 0) {
            return -1;
        }
        boolean says = Ascii.indexOf(text, open, to, "LOST") > 0 || Ascii.indexOf(text, open, to, "DROPPED") > 0;
        int digits = open;
        while (digits < to && !Ascii.digit(text[digits])) {
            digits++;
        }
        return says ? Math.max(0, Ascii.number(text, digits, Ascii.digitsEnd(text, digits, to))) : -1;
    }

    /// `##### CPU 3 buffer started ####`.
    public static boolean buffer(byte[] text, int from, int to) {
        return Ascii.at(text, from, to, "##### CPU ");
    }

    /// `cpus=2`, `version = 7`, `CPU 1 is empty`.
    public static boolean report(byte[] text, int from, int to) {
        return Ascii.at(text, from, to, "cpus=")
                || Ascii.at(text, from, to, "version = ")
                || (Ascii.at(text, from, to, "CPU ") && Ascii.indexOf(text, from, to, " is empty") > 0)
                || Ascii.at(text, from, to, "trace-cmd: ");
    }
}
