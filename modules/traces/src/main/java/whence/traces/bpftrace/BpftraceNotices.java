package whence.traces.bpftrace;

import java.util.List;
import whence.evidence.EventKind;
import whence.traces.text.Ascii;

/// Lines by which bpftrace speaks of itself, in its output or among its errors.
final class BpftraceNotices {
    private static final List<String> STARTS = List.of(
            "Attaching ",
            "Attached ",
            "WARNING: ",
            "WARN: ",
            "ERROR: ",
            "HINT: ",
            "INFO: ",
            "DEBUG: ",
            "stdin:",
            "cannot attach ",
            "Could not ",
            "Unable to ",
            "Failed to ",
            "Error attaching ",
            "Error loading ",
            "Error while ",
            "create_probe_event: ",
            "perf_event_open(",
            "open(/sys/kernel/",
            "failed to ",
            "No probes to attach",
            "Unknown ",
            "bpftrace: ",
            "libbpf: ",
            "Kernel lockdown ");

    private BpftraceNotices() {}

    static boolean is(byte[] text, int from, int to) {
        for (String start : STARTS) {
            if (Ascii.at(text, from, to, start)) {
                return true;
            }
        }
        return diagnostic(text, from, to)
                || Ascii.indexOf(text, from, Math.min(to, from + 300), "not traceable") > 0
                || lost(text, from, to) >= 0;
    }

    static EventKind kind(byte[] text, int from, int to) {
        return lost(text, from, to) >= 0 ? EventKind.LOST : EventKind.TRACER;
    }

    /// `stdin:1:8-14: ERROR: …`, `tool.bt:3:1-9: WARNING: …`: about a place in the script, which is shown below.
    static boolean diagnostic(byte[] text, int from, int to) {
        int last = Math.min(to, from + 300);
        int said =
                Math.max(Ascii.indexOf(text, from, last, ": ERROR: "), Ascii.indexOf(text, from, last, ": WARNING: "));
        int columns = said - 1;
        while (columns > from && (Ascii.digit(text[columns]) || text[columns] == '-')) {
            columns--;
        }
        return columns > from && columns < said - 1 && text[columns] == ':' && Ascii.digit(text[columns - 1]);
    }

    /// The line that marks a place in the script line above it.
    static boolean tildes(byte[] text, int from, int to) {
        int at = Ascii.skipSpaces(text, from, to);
        int end = at;
        while (end < to && text[end] == '~') {
            end++;
        }
        return end == to && end > at;
    }

    /// What only bpftrace says, if nothing was attached.
    static boolean bpftraces(byte[] text, int from, int to) {
        return Ascii.at(text, from, to, "ERROR: Error attaching probe: ")
                || Ascii.at(text, from, to, "No probes to attach")
                || Ascii.indexOf(text, from, Math.min(to, from + 200), " for bpftrace.") > 0;
    }

    /// `Attaching 3 probes...`, `Attached 3 probes`: the banner that every version prints.
    static boolean banner(byte[] text, int from, int to) {
        boolean verb = Ascii.at(text, from, to, "Attaching ") || Ascii.at(text, from, to, "Attached ");
        int number = Ascii.wordEnd(text, from, to) + 1;
        int end = Ascii.digitsEnd(text, Math.min(number, to), to);
        return verb && end > number && Ascii.at(text, end, to, " probe");
    }

    /// N of `Lost N events`, which may stand anywhere in the output; -1 where the line is another.
    static long lost(byte[] text, int from, int to) {
        if (!Ascii.at(text, from, to, "Lost ")) {
            return -1;
        }
        int number = from + "Lost ".length();
        int end = Ascii.digitsEnd(text, number, to);
        return Ascii.at(text, end, to, " event") ? Ascii.number(text, number, end) : -1;
    }
}
