package whence.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;

/// The events of one artifact, in columns, in the order of the artifact; the row number is the event's ordinal
/// and with the artifact its identity. Immutable; any thread.
public final class Events {
    /// Pid of an event whose artifact does not say.
    public static final int NO_PID = -1;
    /// Time of an event without a stamp.
    public static final long NO_TIME = Long.MIN_VALUE;
    /// Value of a number cell that is not set.
    public static final long NO_NUMBER = Long.MIN_VALUE;

    private final String artifact;
    private final EventsBuilder.Columns columns;
    private final Map<Field, Column> fields;
    /// The same as `fields`, side by side: the fields of [Fields] are found here without being hashed.
    private final Field[] named;
    private final Column[] cells;
    private final Map<Integer, List<Span>> further;
    private final List<Loss> losses;
    private final Errno errors;

    Events(
            String artifact,
            EventsBuilder.Columns columns,
            Map<Field, Column> fields,
            Map<Integer, List<Span>> further,
            List<Loss> losses) {
        this.artifact = artifact;
        this.columns = columns;
        this.fields = Map.copyOf(fields);
        this.named = fields.keySet().toArray(Field[]::new);
        this.cells = Arrays.stream(named).map(fields::get).toArray(Column[]::new);
        this.further = Map.copyOf(further);
        this.losses = List.copyOf(losses);
        this.errors = Errno.GENERIC;
    }

    private Events(Events of, Errno errors) {
        this.artifact = of.artifact;
        this.columns = of.columns;
        this.fields = of.fields;
        this.named = of.named;
        this.cells = of.cells;
        this.further = of.further;
        this.losses = of.losses;
        this.errors = errors;
    }

    /// The same events, of a machine that numbers errors so: what [Fields#ERRNO] and [Fields#RET] hold are its numbers.
    public Events numbered(Errno machine) {
        return new Events(this, machine);
    }

    /// The errors as the machine numbers them that these events are of.
    public Errno errors() {
        return errors;
    }

    public String artifact() {
        return artifact;
    }

    public int count() {
        return columns.count;
    }

    public EventKind kind(int row) {
        return EventsBuilder.KINDS[columns.kind(row)];
    }

    public Clock clock(int row) {
        return EventsBuilder.CLOCKS[columns.clock(row)];
    }

    /// Nanoseconds on the row's clock, or [#NO_TIME].
    public long timeNs(int row) {
        return columns.time.get(row);
    }

    public int pid(int row) {
        return columns.pid.get(row);
    }

    public long offset(int row) {
        return columns.offset.get(row);
    }

    public int length(int row) {
        return columns.length.get(row);
    }

    /// Where the event stands; the first of its spans where it was joined from pieces.
    public Span span(int row) {
        return new Span(artifact, columns.line.get(row), columns.offset.get(row), columns.length.get(row));
    }

    /// All spans of the event, in the order of the artifact.
    public List<Span> spans(int row) {
        List<Span> more = further.get(row);
        if (more == null) {
            return List.of(span(row));
        }
        List<Span> all = new java.util.ArrayList<>(more);
        all.addFirst(span(row));
        return List.copyOf(all);
    }

    /// Rows that stand in more than one span, ascending.
    public int[] joined() {
        return further.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /// The fields that the reader declared.
    public Set<Field> fields() {
        return fields.keySet();
    }

    /// The number in a cell, or [#NO_NUMBER].
    public long number(Field field, int row) {
        return column(field) instanceof Column.Numbers numbers ? numbers.get(row) : NO_NUMBER;
    }

    /// The text in a cell, or null.
    public @Nullable String text(Field field, int row) {
        return column(field) instanceof Column.Texts texts ? texts.get(row) : null;
    }

    /// The column of a field, or null; for loops over many rows.
    @SuppressWarnings("ReferenceEquality") // A quick look first; equal fields are found after it.
    public @Nullable Column column(Field field) {
        for (int i = 0; i < named.length; i++) {
            if (named[i] == field) {
                return cells[i];
            }
        }
        return fields.get(field);
    }

    public List<Loss> losses() {
        return losses;
    }
}
