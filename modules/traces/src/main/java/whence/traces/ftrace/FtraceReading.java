package whence.traces.ftrace;

import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
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
    /// A name of 15 bytes, right-aligned by some.
    private static final int LONGEST_NAME = 24;
    /// The head of a trace without columns is its tracer's line and an empty one.
    private static final int SHORT_HEAD = 3;

    private final Words words = new Words();
    private final TaskColumns columns = new TaskColumns();
    private final EventBody body;
    private final Clock clock;
    /// Whether the head of the trace shows no column of tasks, as without the option `context-info`.
    private boolean bare;

    private int lastRow = -1;
    private long lastOffset;
    /// Whether [#lastRow] is what a program wrote into the trace, which may have several lines.
    private boolean marked;
    /// The line before, where it may be the beginning of a task's name that holds a line end.
    private @Nullable Piece piece;

    private record Piece(String name, long line, long offset, int length) {}

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
        boolean event = columns.read(text, from, to);
        boolean nameEnds = event && columns.taskFrom == columns.taskTo;
        Piece name = nameEnds ? piece : null;
        if (!nameEnds) {
            settle();
        }
        piece = null;
        if (event) {
            event(line, name);
        } else if (stackFrame(text, from, to) && lastRow >= 0) {
            events.extend(lastRow, (int) (line.offset(to) - lastOffset));
        } else {
            notice(line);
        }
    }

    private void event(LineCursor line, @Nullable Piece name) {
        byte[] text = line.array();
        long number = name == null ? line.number() : name.line();
        lastOffset = name == null ? line.offset() : name.offset();
        int length = (int) (line.offset(line.to()) - lastOffset);
        Clock counts = columns.relative ? Clock.TRACE : clock;
        lastRow = events.add(EventKind.TRACEPOINT, counts, columns.stamp, columns.pid, number, lastOffset, length);
        events.set(Fields.CPU, lastRow, columns.cpu);
        if (name != null) {
            events.set(Fields.COMM, lastRow, name.name());
        } else if (!columns.nameless(text)) {
            events.set(Fields.COMM, lastRow, words.latin(text, columns.taskFrom, columns.taskTo));
        }
        body.read(lastRow, columns.pid, text, columns.body, line.to());
        marked = body.marked();
    }

    /// An event without columns before it, where the head of the trace has none either.
    private void bareEvent(LineCursor line) {
        lastOffset = line.offset();
        lastRow = add(EventKind.TRACEPOINT, line);
        body.read(lastRow, Events.NO_PID, line.array(), line.from(), line.to());
    }

    /// What looked like the beginning of a name stands alone.
    private void settle() {
        if (piece != null) {
            events.add(
                    EventKind.OTHER,
                    Clock.NONE,
                    Events.NO_TIME,
                    Events.NO_PID,
                    piece.line(),
                    piece.offset(),
                    piece.length());
        }
    }

    @Override
    public void end() {
        settle();
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
            body.forget();
            return;
        }
        if (BufferNotices.buffer(text, from, to)) {
            add(EventKind.MARK, line);
        } else if (text[from] == '#') {
            header(line);
        } else if (BufferNotices.report(text, from, to)) {
            add(EventKind.TRACER, line);
        } else if (bare) {
            bareEvent(line);
        } else if (marked) {
            events.extend(lastRow, (int) (line.offset(to) - lastOffset));
        } else if (to - from <= LONGEST_NAME) {
            piece = new Piece(latin(line, LONGEST_NAME).strip(), line.number(), line.offset(), line.length());
        } else {
            add(EventKind.OTHER, line);
        }
    }

    /// `# entries-in-buffer/entries-written: 140080/250280   #P:4`: what is not in the buffer was overwritten.
    private void header(LineCursor line) {
        add(EventKind.TRACER, line);
        byte[] text = line.array();
        boolean begins = Ascii.at(text, line.from(), line.to(), "# tracer: ");
        bare = begins || (bare && line.length() < SHORT_HEAD);
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
