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
        columns.kind(row, kind);
        columns.clock(row, clock);
        columns.time.set(row, timeNs);
        columns.pid.set(row, pid);
        columns.line.set(row, (int) Math.min(line, Integer.MAX_VALUE));
        columns.offset.set(row, offset);
        columns.length.set(row, length);
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
        columns.clock(row, clock);
        columns.time.set(row, timeNs);
    }

    /// Changes what an event is once that is known.
    public void rekind(int row, EventKind kind) {
        columns.kind(row, kind);
    }

    /// Sets the pid of an event once it is known.
    public void repid(int row, int pid) {
        columns.pid.set(row, pid);
    }

    /// Extends an event's own span to `length` bytes: following lines of one message.
    public void extend(int row, int length) {
        columns.length.set(row, length);
    }

    public void lose(Loss loss) {
        losses.add(loss);
    }

    /// Records the loss of a range of this artifact.
    public void lose(Loss.Kind kind, long line, long offset, long length, long count, String why) {
        lose(new Loss(new Span(artifact, line, offset, length), kind, count, why));
    }

    /// The events; nothing is added afterwards.
    public Events build() {
        Map<Field, Column> built = new HashMap<>();
        numbers.forEach((field, column) -> built.put(field, column.build(columns.count)));
        texts.forEach((field, column) -> built.put(field, column.build(columns.count)));
        columns.trim();
        return new Events(artifact, columns, built, further, losses);
    }

    /// The common columns: 25 bytes a row, in blocks that are never copied.
    static final class Columns {
        int count;
        private byte[] kinds = new byte[16];
        final LongBlocks time = new LongBlocks();
        final IntBlocks pid = new IntBlocks();
        final IntBlocks line = new IntBlocks();
        final LongBlocks offset = new LongBlocks();
        final IntBlocks length = new IntBlocks();

        int next() {
            if (count == kinds.length) {
                kinds = Arrays.copyOf(kinds, count + (count >> 1));
            }
            return count++;
        }

        /// Kind and clock share a byte: there are fewer than sixteen of either.
        void kind(int row, EventKind kind) {
            kinds[row] = (byte) ((kinds[row] & 0xf0) | kind.ordinal());
        }

        int kind(int row) {
            return kinds[row] & 0x0f;
        }

        void clock(int row, Clock clock) {
            kinds[row] = (byte) ((kinds[row] & 0x0f) | clock.ordinal() << 4);
        }

        int clock(int row) {
            return kinds[row] >>> 4 & 0x0f;
        }

        void trim() {
            kinds = Arrays.copyOf(kinds, count);
            time.trim(count);
            pid.trim(count);
            line.trim(count);
            offset.trim(count);
            length.trim(count);
        }
    }
}
