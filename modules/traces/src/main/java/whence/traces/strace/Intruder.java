package whence.traces.strace;

import whence.timeline.Events;
import whence.traces.strace.value.Extent;
import whence.traces.text.Ascii;

/// Text of others inside the line of a call. Where strace and the traced program write to one stream, strace's note
/// that it attached a task, or what the program prints, stands between the arguments and the end of the call:
/// `read(3, strace: Process 12 attached`, then ` <unfinished ...>` on the next line; `write(1, "hello\n", 6hello`,
/// then `) = 6`.
final class Intruder {
    private static final String PROCESS = "strace: Process ";
    private static final String ATTACHED = " attached";

    private Intruder() {}

    /// Where it begins in a line of a call that has no end, or `to` where none is recognised.
    static int from(byte[] text, int from, int to) {
        int note = attachedFrom(text, from, to);
        return note >= 0 ? note : writtenFrom(text, from, to);
    }

    /// Where the note begins that strace attached a task, or -1.
    static int attachedFrom(byte[] text, int from, int to) {
        boolean ends = to - from > ATTACHED.length() && Ascii.at(text, to - ATTACHED.length(), to, ATTACHED);
        return ends ? Ascii.lastIndexOf(text, from, to, PROCESS) : -1;
    }

    /// Pid in such a note at `at`, or [Events#NO_PID].
    static int attached(byte[] text, int at, int to) {
        int digits = at + PROCESS.length();
        long pid = Ascii.at(text, at, to, PROCESS) ? Ascii.number(text, digits, Ascii.digitsEnd(text, digits, to)) : -1;
        return pid < 0 || pid > Integer.MAX_VALUE ? Events.NO_PID : (int) pid;
    }

    /// Behind the third argument of a `write`: what the program wrote follows it at once.
    private static int writtenFrom(byte[] text, int from, int to) {
        int call = Ascii.indexOf(text, from, Math.min(to, from + 100), "write(");
        int quote = call < 0 ? -1 : Ascii.indexOf(text, call, Math.min(to, call + 4200), ", \"");
        int close = quote < 0 ? -1 : Extent.stringEnd(text, quote + 2, to);
        if (close < 0) {
            return to;
        }
        int comma = Ascii.at(text, close, to, "...") ? close + 3 : close;
        return Ascii.at(text, comma, to, ", ") ? Ascii.digitsEnd(text, comma + 2, to) : to;
    }
}
