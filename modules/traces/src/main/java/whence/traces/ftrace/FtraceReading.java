package whence.traces.ftrace;

import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.text.Ascii;
import whence.traces.text.BufferNotices;
import whence.traces.text.HintedClock;
import whence.traces.text.LineCursor;
import whence.traces.text.TraceReader;
import whence.traces.text.Words;

/// One reading of one file.
final class FtraceReading extends TraceReader.Recording {
    private final Words words = new Words();
    private final TaskColumns columns = new TaskColumns();
    private final EventBody body;
    private final Clock clock;
    private int lastRow = -1;
    private long lastOffset;

    FtraceReading(Input input, EventsBuilder events) {
        super(events);
        this.clock = HintedClock.of(input);
        this.body = new EventBody(events, words);
    }

    @Override
    public void line(LineCursor line) {
        byte[] text = line.array();
        int from = line.from();
        int to = line.to();
        if (from == to) {
            return;
        }
        if (columns.read(text, from, to)) {
            event(line);
        } else if (stackFrame(text, from, to) && lastRow >= 0) {
            events.extend(lastRow, (int) (line.offset(to) - lastOffset));
        } else {
            notice(line);
        }
    }

    private void event(LineCursor line) {
        byte[] text = line.array();
        lastOffset = line.offset();
        lastRow = events.add(
                EventKind.TRACEPOINT, clock, columns.stamp, columns.pid, line.number(), line.offset(), line.length());
        events.set(Fields.CPU, lastRow, columns.cpu);
        if (!columns.nameless(text)) {
            events.set(Fields.COMM, lastRow, words.latin(text, columns.taskFrom, columns.taskTo));
        }
        body.read(lastRow, text, columns.body, line.to());
    }

    /// ` => do_syscall_64`, below a `<stack trace>` event.
    private static boolean stackFrame(byte[] text, int from, int to) {
        return Ascii.at(text, Ascii.skipSpaces(text, from, to), to, "=> ");
    }

    private void notice(LineCursor line) {
        byte[] text = line.array();
        int from = line.from();
        int to = line.to();
        if (dropped(line)) {
            return;
        }
        if (BufferNotices.buffer(text, from, to)) {
            add(EventKind.MARK, line);
        } else if (text[from] == '#') {
            header(line);
        } else {
            add(BufferNotices.report(text, from, to) ? EventKind.TRACER : EventKind.OTHER, line);
        }
    }

    /// `# entries-in-buffer/entries-written: 140080/250280   #P:4`: what is not in the buffer was overwritten.
    private void header(LineCursor line) {
        add(EventKind.TRACER, line);
        byte[] text = line.array();
        String counts = "# entries-in-buffer/entries-written: ";
        if (!Ascii.at(text, line.from(), line.to(), counts)) {
            return;
        }
        int from = line.from() + counts.length();
        int slash = Ascii.digitsEnd(text, from, line.to());
        int end = Ascii.digitsEnd(text, Math.min(slash + 1, line.to()), line.to());
        long kept = Ascii.number(text, from, slash);
        long written = Ascii.number(text, Math.min(slash + 1, line.to()), end);
        if (kept >= 0 && written > kept) {
            lose(line, Loss.Kind.DROPPED, written - kept, "the ring buffer was overwritten before it was read");
        }
    }
}
