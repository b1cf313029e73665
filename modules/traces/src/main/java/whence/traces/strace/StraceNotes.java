package whence.traces.strace;

import whence.evidence.EventKind;
import whence.timeline.Fields;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;

/// Lines that are no calls: signals, ends of tasks, what strace says of itself, and what the traced program printed
/// into the same stream.
final class StraceNotes {
    private StraceNotes() {}

    static void add(StraceReading reading, LineCursor line, int pid, int body) {
        byte[] text = line.array();
        int to = line.to();
        if (Ascii.at(text, body, to, "--- ")) {
            reading.add(EventKind.SIGNAL, line, pid);
        } else if (Ascii.at(text, body, to, "+++ ")) {
            end(reading, line, pid, body);
        } else if (own(text, line.from(), body, to)) {
            attached(reading, line);
            reading.add(EventKind.TRACER, line, pid);
        } else {
            reading.add(EventKind.OUTPUT, line, pid);
        }
    }

    private static void end(StraceReading reading, LineCursor line, int pid, int body) {
        int row = reading.add(EventKind.EXIT, line, pid);
        reading.speakers().ended(pid);
        String exited = "+++ exited with ";
        byte[] text = line.array();
        if (Ascii.at(text, body, line.to(), exited)) {
            int from = body + exited.length();
            long status = Ascii.number(text, from, Ascii.digitsEnd(text, from, line.to()));
            reading.events().set(Fields.RET, row, status);
        }
    }

    /// Whom `strace: Process 12 attached` announces; with a pid before it where strace was told to decode pids.
    private static void attached(StraceReading reading, LineCursor line) {
        int note = Intruder.attachedFrom(line.array(), line.from(), line.to());
        if (note >= 0) {
            int pid = Intruder.attached(line.array(), note, line.to());
            reading.speakers().attached(pid, reading.events().count() == 0);
        }
    }

    /// `strace: Process 12 attached`, `[ Process PID=12 runs in 32 bit mode. ]`, `Process 12 detached`.
    private static boolean own(byte[] text, int from, int body, int to) {
        return Ascii.at(text, from, to, "strace: ")
                || Ascii.at(text, body, to, "strace: ")
                || Ascii.at(text, from, to, "[ Process PID=")
                || Ascii.at(text, body, to, "[ Process PID=")
                || Ascii.at(text, from, to, "Process ")
                || Ascii.indexOf(text, from, Math.min(to, from + 64), "/strace: ") >= 0;
    }
}
