package whence.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;

/// Collects the events of one artifact. One thread; [#build] once.
public final class EventsBuilder {
    static final EventKind[] KINDS = EventKind.values();
    static final Clock[] CLOCKS = Clock.values();

    private final String artifact;
    private final Columns columns = new Columns();
    private final Map<Field, NumberCells> numbers = new HashMap<>();
    private final Map<Field, TextCells> texts = new HashMap<>();
    private final Map<Integer, List<Span>> further = new HashMap<>();
    private final List<Loss> losses = new ArrayList<>();

    public EventsBuilder(String artifact) {
        this.artifact = artifact;
    }

    public String artifact() {
        return artifact;
    }

    public int count() {
        return columns.count;
    }

    /// Adds an event and returns its ordinal.
    ///
    /// @param timeNs on `clock`; [Events#NO_TIME] where there is no stamp
    /// @param pid [Events#NO_PID] where the artifact does not say
    /// @param line from 1, or [Span#NO_LINE]
    public int add(EventKind kind, Clock clock, long timeNs, int pid, long line, long offset, int length) {
        int row = columns.next();
        columns.kind[row] = (byte) kind.ordinal();
        columns.clock[row] = (byte) clock.ordinal();
        columns.time[row] = timeNs;
        columns.pid[row] = pid;
        columns.line[row] = (int) Math.min(line, Integer.MAX_VALUE);
        columns.offset[row] = offset;
        columns.length[row] = length;
        return row;
    }

    /// Sets a number of an event that was added.
    public void set(Field field, int row, long value) {
        numbers(field).set(row, value);
    }

    /// Sets a text of an event that was added.
    public void set(Field field, int row, String value) {
        TextCells column = texts(field);
        column.set(row, column.code(value));
    }

    /// The cells of a number field, for a reader that sets many and looks the field up once.
    public NumberCells numbers(Field field) {
        check(field, Field.Type.NUMBER);
        return numbers.computeIfAbsent(field, f -> new NumberCells());
    }

    /// The cells of a text field, for a reader that sets many and looks the field up once.
    public TextCells texts(Field field) {
        check(field, Field.Type.TEXT);
        return texts.computeIfAbsent(field, f -> new TextCells());
    }

    private static void check(Field field, Field.Type type) {
        if (field.type() != type) {
            throw new IllegalArgumentException(field + " is not of type " + type);
        }
    }

    /// Says that the event also stands at `span`: a resumed call, a continuation line.
    public void also(int row, Span span) {
        further.computeIfAbsent(row, r -> new ArrayList<>()).add(span);
    }

    /// Sets the time of an event once it is known (a date given later in the file).
    public void retime(int row, Clock clock, long timeNs) {
        columns.clock[row] = (byte) clock.ordinal();
        columns.time[row] = timeNs;
    }

    /// Changes what an event is once that is known.
    public void rekind(int row, EventKind kind) {
        columns.kind[row] = (byte) kind.ordinal();
    }

    /// Sets the pid of an event once it is known.
    public void repid(int row, int pid) {
        columns.pid[row] = pid;
    }

    /// Extends an event's own span to `length` bytes: following lines of one message.
    public void extend(int row, int length) {
        columns.length[row] = length;
    }

    public void lose(Loss loss) {
        losses.add(loss);
    }

    /// Records the loss of a range of this artifact.
    public void lose(Loss.Kind kind, long line, long offset, long length, long count, String why) {
        lose(new Loss(new Span(artifact, line, offset, length), kind, count, why));
    }

    public Events build() {
        Map<Field, Column> built = new HashMap<>();
        numbers.forEach((field, column) -> built.put(field, column.build(columns.count)));
        texts.forEach((field, column) -> built.put(field, column.build(columns.count)));
        columns.trim();
        return new Events(artifact, columns, built, further, losses);
    }

    /// The common columns: 30 bytes a row.
    static final class Columns {
        int count;
        byte[] kind = new byte[16];
        byte[] clock = new byte[16];
        long[] time = new long[16];
        int[] pid = new int[16];
        int[] line = new int[16];
        long[] offset = new long[16];
        int[] length = new int[16];

        int next() {
            if (count == kind.length) {
                resize(count + (count >> 1));
            }
            return count++;
        }

        void trim() {
            resize(count);
        }

        private void resize(int capacity) {
            kind = Arrays.copyOf(kind, capacity);
            clock = Arrays.copyOf(clock, capacity);
            time = Arrays.copyOf(time, capacity);
            pid = Arrays.copyOf(pid, capacity);
            line = Arrays.copyOf(line, capacity);
            offset = Arrays.copyOf(offset, capacity);
            length = Arrays.copyOf(length, capacity);
        }
    }
}
