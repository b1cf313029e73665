package whence.traces.strace;

import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.strace.value.Extent;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;
import whence.traces.text.TraceReader;
import whence.traces.text.Words;

/// One reading of one file.
final class StraceReading extends TraceReader.Recording {
    private final Words words = new Words();
    private final Prefix prefix = new Prefix();
    private final Stamps stamps;
    private final Speakers speakers;
    private final Tasks tasks;
    private final Summary summary;
    private final Begun begun;
    private final Endings endings;

    private int lastRow = -1;
    private long lastOffset;
    /// Whether the last line was a further piece of [#lastRow].
    private boolean lastPiece;

    StraceReading(Input input, EventsBuilder events) {
        super(events);
        this.stamps = new Stamps(input);
        this.speakers = new Speakers(events, Tasks.pidInName(input));
        this.tasks = new Tasks(events, speakers);
        this.summary = new Summary(events, words);
        this.begun = new Begun(events);
        this.endings = new Endings(events, words, tasks, input.errors());
    }

    @Override
    public void line(LineCursor line) {
        byte[] text = line.array();
        int to = line.to();
        if (lastRow >= 0 && StraceLines.below(text, line.from(), to)) {
            below(line);
            return;
        }
        if (line.length() == 0 || summary.line(line)) {
            return;
        }
        prefix.read(text, line.from(), to);
        if (speakers.reveals(prefix.pid)) {
            speakers.reveal(prefix.pid);
            begun.reveal(prefix.pid);
            tasks.reveal(prefix.pid);
        }
        int pid = speakers.of(prefix.pid);
        int resumed = StraceLines.resumedEnd(text, prefix.body, to);
        int open = StraceLines.callName(text, prefix.body, to);
        if (resumed > 0) {
            resume(line, pid, resumed);
        } else if (open > 0) {
            call(line, pid, open);
        } else if (!goesOn(line)) {
            StraceNotes.add(this, line, pid, prefix.body);
        }
        if (line.cut()) {
            lose(line, Loss.Kind.UNREADABLE, 1, "line longer than 64 MiB");
        }
    }

    /// Adds an event for the line at the time its prefix says.
    int add(EventKind kind, LineCursor line, int pid) {
        lastRow = events.add(
                kind, stamps.clock(prefix), stamps.time(prefix), pid, line.number(), line.offset(), line.length());
        lastOffset = line.offset();
        lastPiece = false;
        if (pid == Events.NO_PID && kind != EventKind.TRACER && kind != EventKind.OUTPUT) {
            speakers.unnamed(lastRow);
        }
        if (prefix.commTo > prefix.commFrom) {
            tasks.named(pid, words.latin(line.array(), prefix.commFrom, prefix.commTo));
        }
        tasks.mark(lastRow, pid);
        return lastRow;
    }

    EventsBuilder events() {
        return events;
    }

    Speakers speakers() {
        return speakers;
    }

    /// Stack frames and dumped data belong to the event above them; below a further piece they are pieces too.
    private void below(LineCursor line) {
        if (lastPiece) {
            events.also(lastRow, new Span(events.artifact(), line.number(), line.offset(), line.length()));
        } else {
            events.extend(lastRow, (int) (line.offset(line.to()) - lastOffset));
        }
    }

    private void call(LineCursor line, int pid, int open) {
        begun.settle();
        byte[] text = line.array();
        int row = add(EventKind.CALL, line, pid);
        String name = words.latin(text, prefix.body, open);
        events.set(Fields.CALL, row, name);
        int close = Extent.argumentsEnd(text, open + 1, line.to());
        if (close >= 0) {
            endings.end(row, pid, name, line, open, close + 1);
        } else if (StraceLines.unfinished(text, open, line.to())) {
            tasks.begin(pid, name, line, open);
            begun.unfinished(row, pid, name, line);
        } else if (StraceLines.unfinishedFrom(text, open, line.to()) < 0) {
            tasks.begin(pid, name, line, open);
            begun.broken(row, pid, name, line);
            int note = Intruder.attachedFrom(text, open, line.to());
            if (note >= 0) {
                speakers.attached(Intruder.attached(text, note, line.to()), false);
            }
        }
    }

    private void resume(LineCursor line, int pid, int behind) {
        begun.settle();
        Integer row = begun.resumed(pid);
        int name = prefix.body + "<... ".length();
        String call = words.latin(line.array(), name, Ascii.wordEnd(line.array(), name, line.to()));
        if (row == null) {
            row = add(EventKind.CALL, line, pid);
            events.set(Fields.CALL, row, call);
            lose(line, Loss.Kind.TRUNCATED, 1, "the start of the call is not in the trace");
        } else {
            stamps.pass(prefix);
            events.also(row, new Span(events.artifact(), line.number(), line.offset(), line.length()));
            lastPiece = true;
            lastRow = row;
        }
        if (StraceLines.unfinished(line.array(), behind, line.to())) {
            begun.again(pid, row);
        } else {
            endings.end(row, pid, call, line, behind);
        }
    }

    /// Whether the line is what was left of a call when something else broke into its line.
    private boolean goesOn(LineCursor line) {
        Begun.Open open = begun.open();
        if (open == null || prefix.pid != Events.NO_PID || prefix.style != Prefix.Style.NONE) {
            return false;
        }
        boolean unfinished = StraceLines.unfinished(line.array(), line.from(), line.to());
        if (unfinished ? !open.broken() : !endings.ends(line, line.from())) {
            return false;
        }
        begun.wentOn(open, line, !unfinished);
        lastRow = open.row();
        lastPiece = true;
        if (!unfinished) {
            endings.end(open.row(), open.pid(), open.name(), line, line.from());
        }
        return true;
    }

    @Override
    public void end() {
        begun.settle();
    }
}
