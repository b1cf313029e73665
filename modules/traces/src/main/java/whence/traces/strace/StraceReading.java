package whence.traces.strace;

import java.util.HashMap;
import java.util.Map;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.Errno;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.text.Ascii;
import whence.traces.text.Calendar;
import whence.traces.text.LineCursor;
import whence.traces.text.Stamp;
import whence.traces.text.Words;

/// One reading of one file.
final class StraceReading {
    private final EventsBuilder events;
    private final Words words = new Words();
    private final Prefix prefix = new Prefix();
    private final ResultScan result = new ResultScan();
    private final Calendar calendar;
    private final Tasks tasks;
    private final Summary summary;
    /// Row of the call that each thread has begun and not ended.
    private final Map<Integer, Integer> begun = new HashMap<>();

    private final int filePid;
    private long relativeNs;
    private int lastRow = -1;
    private long lastOffset;
    private boolean lastLineEndedRow;
    private boolean lastResumed;

    StraceReading(Input input) {
        this.events = new EventsBuilder(input.artifact());
        this.calendar = new Calendar(input);
        this.tasks = new Tasks(events);
        this.summary = new Summary(events, words);
        this.filePid = Tasks.pidInName(input);
    }

    void line(LineCursor line) {
        byte[] text = line.array();
        int to = line.to();
        if (lastLineEndedRow && StraceLines.stackFrame(text, line.from(), to)) {
            frame(line);
            return;
        }
        lastLineEndedRow = false;
        if (line.length() == 0 || summary.line(line)) {
            return;
        }
        prefix.read(text, line.from(), to);
        int pid = prefix.pid == Events.NO_PID ? filePid : prefix.pid;
        int resumed = StraceLines.resumedEnd(text, prefix.body, to);
        if (resumed > 0) {
            resume(line, pid, resumed);
            return;
        }
        int open = StraceLines.callName(text, prefix.body, to);
        if (open > 0) {
            call(line, pid, open);
        } else {
            StraceNotes.add(this, line, pid, prefix.body);
        }
        if (line.cut()) {
            events.lose(
                    Loss.Kind.UNREADABLE, line.number(), line.offset(), line.length(), 1, "line longer than 64 MiB");
        }
    }

    /// Adds an event for the line at the time its prefix says.
    int add(EventKind kind, LineCursor line, int pid) {
        boolean stamped = prefix.style != Prefix.Style.NONE;
        lastRow = events.add(
                kind, clock(), stamped ? time() : Events.NO_TIME, pid, line.number(), line.offset(), line.length());
        lastOffset = line.offset();
        lastResumed = false;
        if (prefix.commTo > prefix.commFrom) {
            tasks.named(pid, words.latin(line.array(), prefix.commFrom, prefix.commTo));
        }
        tasks.mark(lastRow, pid);
        return lastRow;
    }

    EventsBuilder events() {
        return events;
    }

    Tasks tasks() {
        return tasks;
    }

    Words words() {
        return words;
    }

    private Clock clock() {
        return switch (prefix.style) {
            case NONE -> Clock.NONE;
            case TIME_OF_DAY -> calendar.clock();
            case REALTIME -> Clock.REALTIME;
            case RELATIVE -> Clock.TRACE;
        };
    }

    private long time() {
        return switch (prefix.style) {
            case TIME_OF_DAY -> calendar.place(prefix.stampNs);
            case RELATIVE -> relativeNs += prefix.stampNs;
            case NONE, REALTIME -> prefix.stampNs;
        };
    }

    /// A stack frame belongs to the call above it; below a resumed call it is a piece of its own.
    private void frame(LineCursor line) {
        if (lastResumed) {
            events.also(lastRow, new Span(events.artifact(), line.number(), line.offset(), line.length()));
        } else {
            events.extend(lastRow, (int) (line.offset(line.to()) - lastOffset));
        }
    }

    private void call(LineCursor line, int pid, int open) {
        byte[] text = line.array();
        int row = add(EventKind.CALL, line, pid);
        String name = words.latin(text, prefix.body, open);
        events.set(Fields.CALL, row, name);
        int close = Extent.argumentsEnd(text, open + 1, line.to());
        if (close >= 0) {
            lastLineEndedRow = true;
            end(row, pid, name, line, open, close + 1);
        } else if (StraceLines.unfinished(text, open, line.to())) {
            tasks.begin(pid, name, line, open);
            begun.put(pid, row);
        } else if (StraceLines.unfinishedFrom(text, open, line.to()) < 0) {
            events.lose(
                    Loss.Kind.TRUNCATED, line.number(), line.offset(), line.length(), 1, "the call's line is cut off");
        }
    }

    private void resume(LineCursor line, int pid, int behind) {
        Integer row = begun.remove(pid);
        int name = prefix.body + "<... ".length();
        int nameEnd = Ascii.wordEnd(line.array(), name, line.to());
        String call = words.latin(line.array(), name, nameEnd);
        if (row == null) {
            int alone = add(EventKind.CALL, line, pid);
            events.set(Fields.CALL, alone, call);
            events.lose(
                    Loss.Kind.TRUNCATED,
                    line.number(),
                    line.offset(),
                    line.length(),
                    1,
                    "the start of the call is not in the trace");
            end(alone, pid, call, line, behind, resumedClose(line, behind));
            return;
        }
        if (prefix.style == Prefix.Style.RELATIVE) {
            relativeNs += prefix.stampNs;
        }
        events.also(row, new Span(events.artifact(), line.number(), line.offset(), line.length()));
        if (StraceLines.unfinished(line.array(), behind, line.to())) {
            begun.put(pid, row);
            return;
        }
        lastRow = row;
        lastResumed = true;
        lastLineEndedRow = true;
        end(row, pid, call, line, behind, resumedClose(line, behind));
    }

    private static int resumedClose(LineCursor line, int behind) {
        int close = Extent.argumentsEnd(line.array(), behind, line.to());
        return close < 0 ? line.to() : close + 1;
    }

    /// Sets what the result says.
    private void end(int row, int pid, String name, LineCursor line, int arguments, int from) {
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
            int number = Errno.number(words.latin(text, errno, end));
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

    Events finish(LineCursor lines) {
        lines.recordLoss(events);
        return events.build();
    }
}
