package whence.traces.columns;

import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.TraceFields;
import whence.traces.text.Ascii;
import whence.traces.text.Calendar;
import whence.traces.text.Results;
import whence.traces.text.Stamp;
import whence.traces.text.Words;

/// Turns rows of a layout into events. One for each reading.
public final class Rows {
    private final Layout layout;
    private final Cells cells;
    private final EventsBuilder events;
    private final Calendar calendar;
    private final Words words = new Words();
    private final Payload payload;
    private final Errno errors;

    private final int pid;
    private long timeNs;
    private Clock clock = Clock.NONE;
    private long timeOfDayNs;

    public Rows(Layout layout, Input input, EventsBuilder events) {
        this.layout = layout;
        this.cells = new Cells(layout);
        this.events = events;
        this.errors = input.errors();
        this.calendar = new Calendar(input);
        this.payload = new Payload(events, words);
        this.pid = index(Role.PID);
    }

    private int index(Role role) {
        for (int i = 0; i < cells.count(); i++) {
            if (cells.column(i).role() == role) {
                return i;
            }
        }
        return -1;
    }

    public Layout layout() {
        return layout;
    }

    /// Adds the event of a row, with the span given; -1 where the text is no row of this layout.
    public int add(byte[] text, int from, int to, long line, long offset, int length) {
        if (!cells.read(text, from, to) || !stamp(text)) {
            return -1;
        }
        long number = pid < 0 ? Events.NO_PID : Ascii.number(text, cells.from[pid], cells.to[pid]);
        if (pid >= 0 && (number < 0 || number > Integer.MAX_VALUE)) {
            return -1;
        }
        EventKind kind = layout.execs() ? EventKind.EXEC : EventKind.OUTPUT;
        int row = events.add(kind, clock, timeNs, (int) number, line, offset, length);
        if (timeOfDayNs != Events.NO_TIME) {
            events.set(Fields.TIME_OF_DAY_NS, row, timeOfDayNs);
            realtimeBeside(row);
        }
        for (int i = 0; i < cells.count(); i++) {
            cell(row, i, text);
        }
        return row;
    }

    /// Where the date and the zone are known, the time of day beside a count of nanoseconds joins two clocks.
    private void realtimeBeside(int row) {
        if (calendar.clock() == Clock.REALTIME) {
            events.set(Fields.REALTIME_NS, row, calendar.place(timeOfDayNs));
        }
    }

    /// Reads all columns of time: the one that counts wins, the time of day is kept beside it.
    private boolean stamp(byte[] text) {
        timeNs = Events.NO_TIME;
        timeOfDayNs = Events.NO_TIME;
        clock = Clock.NONE;
        for (int i = 0; i < cells.count(); i++) {
            if (cells.column(i).role() == Role.TIME && !stamp(text, i)) {
                return false;
            }
        }
        if (timeNs == Events.NO_TIME && timeOfDayNs != Events.NO_TIME) {
            timeNs = calendar.place(timeOfDayNs);
            clock = calendar.clock();
            timeOfDayNs = Events.NO_TIME;
        }
        return true;
    }

    private boolean stamp(byte[] text, int column) {
        int from = cells.from[column];
        int to = cells.to[column];
        int ofDay = Stamp.timeOfDayEnd(text, from, to);
        if (ofDay == to) {
            timeOfDayNs = Stamp.timeOfDay(text, from, to);
            return true;
        }
        Unit unit = Unit.named(cells.column(column).name());
        timeNs = unit.ns(text, from, to);
        clock = unit.clock(timeNs, text, from, to);
        return timeNs != Events.NO_TIME;
    }

    private void cell(int row, int i, byte[] text) {
        int from = cells.from[i];
        int to = cells.to[i];
        if (from >= to) {
            return;
        }
        switch (cells.column(i).role()) {
            case COMM -> events.set(Fields.COMM, row, words.latin(text, from, to));
            case CALL -> events.set(Fields.CALL, row, words.latin(text, from, to));
            case PROBE -> events.set(Fields.PROBE, row, words.latin(text, from, to));
            case CGROUP -> events.set(Fields.CGROUP, row, words.latin(text, from, to));
            case TID -> number(row, Fields.TID, text, from, to);
            case PPID -> number(row, Fields.PPID, text, from, to);
            case UID -> number(row, TraceFields.UID, text, from, to);
            case CPU -> number(row, Fields.CPU, text, from, to);
            case RET -> returned(row, text, from, to);
            case ERRNO -> errno(row, text, from, to);
            case KEYED -> payload.key(row, text, from, to);
            case REST -> payload.read(row, text, from, to);
            case TIME, PID, ARGV, OTHER -> {}
        }
    }

    private void number(int row, whence.timeline.Field field, byte[] text, int from, int to) {
        long value = Ascii.number(text, from, to);
        if (value >= 0) {
            events.set(field, row, value);
        }
    }

    private void returned(int row, byte[] text, int from, int to) {
        long value = Results.signed(text, from, to);
        if (value != Events.NO_NUMBER) {
            payload.returned(row, value);
        }
    }

    private void errno(int row, byte[] text, int from, int to) {
        long number = Ascii.number(text, from, to);
        long known = number >= 0 ? number : errors.number(words.latin(text, from, to));
        if (known > 0) {
            events.set(Fields.ERRNO, row, known);
        }
    }
}
