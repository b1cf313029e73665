package whence.traces.strace;

import whence.evidence.Errno;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.strace.value.Extent;
import whence.traces.strace.value.Numbers;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;
import whence.traces.text.Stamp;
import whence.traces.text.Words;

/// Sets what the end of a call says: result, errno, duration, and what follows for the task.
final class Endings {
    private final EventsBuilder events;
    private final Words words;
    private final Tasks tasks;
    private final Errno errors;
    private final ResultScan result = new ResultScan();

    /// @param errors of the machine: strace writes names
    Endings(EventsBuilder events, Words words, Tasks tasks, Errno errors) {
        this.events = events;
        this.words = words;
        this.tasks = tasks;
        this.errors = errors;
    }

    /// Whether the arguments of a call close at or behind `from`, and a result follows.
    boolean ends(LineCursor line, int from) {
        int close = Extent.argumentsEnd(line.array(), from, line.to());
        return close >= 0 && result.read(line.array(), close + 1, line.to());
    }

    /// A call ends in this line.
    ///
    /// @param arguments where its arguments, or the rest of them, begin
    void end(int row, int pid, String name, LineCursor line, int arguments) {
        byte[] text = line.array();
        int close = Extent.argumentsEnd(text, arguments, line.to());
        end(row, pid, name, line, arguments, close < 0 ? line.to() : close + 1);
    }

    /// The same where the place behind the arguments is known.
    void end(int row, int pid, String name, LineCursor line, int arguments, int from) {
        byte[] text = line.array();
        if (!result.read(text, from, line.to())) {
            return;
        }
        long value = value(text);
        if (value != Events.NO_NUMBER) {
            events.set(Fields.RET, row, value);
        }
        int errno = result.errnoFrom(text);
        if (errno > 0) {
            int end = Ascii.wordEnd(text, errno, result.remarkTo);
            int number = errors.number(words.latin(text, errno, end));
            events.set(Fields.ERRNO, row, number > 0 ? number : Events.NO_NUMBER);
        }
        long took = result.durationNs(text, line.to());
        if (took != Stamp.NONE) {
            events.set(Fields.DURATION_NS, row, took);
        }
        tasks.ended(row, pid, name, value, line, arguments);
    }

    private long value(byte[] text) {
        int from = result.valueFrom;
        boolean octal = text[from] == '0' && result.valueTo > from + 1;
        long plain = octal ? -1 : Ascii.number(text, from, result.valueTo);
        if (plain >= 0) {
            return plain;
        }
        Long parsed = Numbers.parse(words.latin(text, from, result.valueTo));
        return parsed == null ? Events.NO_NUMBER : parsed;
    }
}
