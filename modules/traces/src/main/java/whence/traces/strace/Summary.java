package whence.traces.strace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import whence.bytes.Bytes;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.strace.value.Numbers;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;
import whence.traces.text.Stamp;
import whence.traces.text.Words;

/// The table of `-c`: one row a system call. Its columns are the user's to choose (`-U`): the header names them,
/// and the dashes below it say how far each reaches.
final class Summary {
    private static final Set<String> HEADS =
            Set.of("% time", "seconds", "usecs/call", "calls", "errors", "syscall", "shortest", "longest");

    private final EventsBuilder events;
    private final Words words;
    private String header = "";
    private List<Cells> columns = List.of();

    /// A column, with its ends in the line.
    private record Cells(String head, int from, int to) {}

    Summary(EventsBuilder events, Words words) {
        this.events = events;
        this.words = words;
    }

    /// Whether a file begins with such a table.
    static boolean begins(Bytes head) {
        String text = head.text(0, (int) Math.min(head.size(), 400));
        int end = text.indexOf('\n');
        return end > 0 && header(text.substring(0, end));
    }

    private static boolean header(String line) {
        List<String> heads = List.of(line.strip().split("\\s{2,}|(?<!%)\\s", -1));
        return heads.contains("syscall") && heads.size() > 1 && HEADS.containsAll(heads);
    }

    /// Whether the line belongs to the table; it is an event then.
    boolean line(LineCursor line) {
        byte[] text = line.array();
        int at = Ascii.skipSpaces(text, line.from(), line.to());
        boolean word = columns.isEmpty() && at < line.to() && line.length() < 200 && !Ascii.digit(text[at]);
        if (word && Ascii.indexOf(text, at, line.to(), "syscall") >= 0 && header(latin(line))) {
            header = latin(line);
            add(EventKind.TRACER, line);
            return true;
        }
        if (!header.isEmpty() && at < line.to() && text[at] == '-') {
            columns = columns(latin(line));
            add(EventKind.MARK, line);
            return true;
        }
        return !columns.isEmpty() && row(line);
    }

    private List<Cells> columns(String dashes) {
        List<Cells> found = new ArrayList<>();
        int from = 0;
        while (from < dashes.length()) {
            int space = dashes.indexOf(' ', from);
            int to = space < 0 ? dashes.length() : space;
            String head = header.substring(Math.min(from, header.length()), Math.min(to, header.length()));
            found.add(new Cells(head.strip(), from, to));
            from = to + 1;
        }
        return found;
    }

    /// `25.00    0.000123          12        10         2 openat`. A cell that holds nothing is blank.
    private boolean row(LineCursor line) {
        String text = latin(line);
        String name = cell(text, "syscall");
        boolean counted = !name.isEmpty() && (Character.isDigit(text.strip().charAt(0)) || text.startsWith(name));
        if (!counted) {
            end();
            return false;
        }
        int row = add(EventKind.TALLY, line);
        if (!name.equals("total")) {
            events.set(Fields.CALL, row, words.latin(name.getBytes(StandardCharsets.ISO_8859_1), 0, name.length()));
        }
        number(row, TraceFields.HITS, cell(text, "calls"));
        number(row, TraceFields.MISSES, cell(text, "errors").isEmpty() ? "0" : cell(text, "errors"));
        byte[] seconds = cell(text, "seconds").getBytes(StandardCharsets.ISO_8859_1);
        long ns = seconds.length == 0 ? Stamp.NONE : Stamp.seconds(seconds, 0, seconds.length);
        if (ns != Stamp.NONE) {
            events.set(Fields.DURATION_NS, row, ns);
        }
        if (name.equals("total")) {
            end();
        }
        return true;
    }

    private void end() {
        columns = List.of();
        header = "";
    }

    /// What stands in a column; empty where there is none of that name.
    private String cell(String text, String head) {
        for (Cells column : columns) {
            if (column.head().equals(head)) {
                int to = column.equals(columns.getLast()) ? text.length() : Math.min(column.to(), text.length());
                return column.from() < to ? text.substring(column.from(), to).strip() : "";
            }
        }
        return "";
    }

    private void number(int row, whence.timeline.Field field, String cell) {
        Long value = Numbers.parse(cell);
        if (value != null) {
            events.set(field, row, value);
        }
    }

    private static String latin(LineCursor line) {
        return new String(line.array(), line.from(), line.length(), StandardCharsets.ISO_8859_1);
    }

    private int add(EventKind kind, LineCursor line) {
        return events.add(kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, line.number(), line.offset(), line.length());
    }
}
