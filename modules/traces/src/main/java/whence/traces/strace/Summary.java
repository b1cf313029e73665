package whence.traces.strace;

import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;
import whence.traces.text.Words;

/// The table of `-c`: one row a system call.
final class Summary {
    private final EventsBuilder events;
    private final Words words;
    private boolean open;

    Summary(EventsBuilder events, Words words) {
        this.events = events;
        this.words = words;
    }

    /// Whether the line belongs to the table; it is an event then.
    boolean line(LineCursor line) {
        byte[] text = line.array();
        if (Ascii.at(text, line.from(), line.to(), "% time ")) {
            open = true;
            add(EventKind.TRACER, line);
            return true;
        }
        if (!open) {
            return false;
        }
        if (Ascii.at(text, line.from(), line.to(), "------ ")) {
            add(EventKind.MARK, line);
            return true;
        }
        return row(line);
    }

    /// `25.00    0.000123          12        10         2 openat`: calls, then errors where there are any.
    private boolean row(LineCursor line) {
        byte[] text = line.array();
        int at = Ascii.skipSpaces(text, line.from(), line.to());
        boolean number = at < line.to() && Ascii.digit(text[at]);
        int nameFrom = Ascii.lastIndexOf(text, at, line.to(), " ") + 1;
        if (!number || nameFrom <= at) {
            open = false;
            return false;
        }
        int row = add(EventKind.TALLY, line);
        String name = words.latin(text, nameFrom, line.to());
        if (!name.equals("total")) {
            events.set(Fields.CALL, row, name);
        } else {
            open = false;
        }
        counts(row, new String(text, at, nameFrom - at, java.nio.charset.StandardCharsets.ISO_8859_1));
        return true;
    }

    private void counts(int row, String numbers) {
        String[] cells = numbers.strip().split("\\s+", -1);
        boolean total = cells.length < 4 || (cells[2].length() > 0 && numbers.indexOf(cells[2]) > 35);
        int calls = total ? 2 : 3;
        if (calls < cells.length) {
            events.set(TraceFields.HITS, row, number(cells[calls]));
        }
        events.set(TraceFields.MISSES, row, calls + 1 < cells.length ? number(cells[calls + 1]) : 0);
    }

    private static long number(String cell) {
        Long value = Numbers.parse(cell);
        return value == null ? Events.NO_NUMBER : value;
    }

    private int add(EventKind kind, LineCursor line) {
        return events.add(kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, line.number(), line.offset(), line.length());
    }
}
