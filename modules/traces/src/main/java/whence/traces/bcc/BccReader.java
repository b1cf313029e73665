package whence.traces.bcc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.columns.Header;
import whence.traces.columns.Layout;
import whence.traces.columns.Role;
import whence.traces.columns.Rows;
import whence.traces.text.Ascii;
import whence.traces.text.Calendar;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;
import whence.traces.text.Stamp;

/// Reads the BCC tools (execsnoop, opensnoop, killsnoop, exitsnoop, capable, trace and the like): a header row
/// names the columns, and the rows below it follow.
public final class BccReader extends LineReader {
    private static final Pattern LOST = Pattern.compile("(?:Possibly )?[Ll]ost (\\d{1,18}) (?:samples|events).*");
    /// What oomkill prints: `03:04:05 Triggered by PID 12 ("a"), OOM kill of PID 34 ("b"), 99 pages, …`.
    private static final Pattern OOM = Pattern.compile(
            "\\d\\d:\\d\\d:\\d\\d Triggered by PID (\\d{1,9}) \\(\"(.*?)\"\\), OOM kill of PID (\\d{1,9}) .*");
    private static final int HEADER_WITHIN = 8;

    /// A reader without state.
    public BccReader() {
        super("bcc");
    }

    @Override
    public int sniff(Bytes head, String name) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        for (int looked = 0; looked < HEADER_WITHIN && lines.next(); looked++) {
            if (header(lines).isPresent() || OOM.matcher(latin(lines)).matches()) {
                return 70;
            }
        }
        return 0;
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return false;
    }

    private static Optional<Layout> header(LineCursor line) {
        return line.length() > 400 ? Optional.empty() : Header.parse(latin(line));
    }

    private static String latin(LineCursor line) {
        return latin(line.array(), line.from(), line.to());
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Table(input, events);
    }

    private static final class Table extends Recording {
        private final Input input;
        private final Calendar calendar;
        private @Nullable Rows rows;
        /// Whether the table begins at the left edge, so that indented lines are stacks.
        private boolean flush;

        private int lastRow = -1;
        private long lastOffset;

        Table(Input input, EventsBuilder events) {
            super(events);
            this.input = input;
            this.calendar = new Calendar(input);
        }

        @Override
        public void line(LineCursor line) {
            if (line.length() == 0) {
                return;
            }
            if (lastRow >= 0 && flush && indented(line)) {
                events.extend(lastRow, (int) (line.offset(line.to()) - lastOffset));
                return;
            }
            Optional<Layout> header = header(line);
            lastRow = header.isPresent() ? -1 : row(line);
            lastOffset = line.offset();
            if (header.isPresent()) {
                rows = new Rows(header.get(), input, events);
                flush = line.array()[line.from()] != ' ';
                add(EventKind.TRACER, line);
            } else if (lastRow < 0) {
                notice(line);
            }
        }

        private static boolean indented(LineCursor line) {
            return line.array()[line.from()] == '\t' || Ascii.at(line.array(), line.from(), line.to(), "    ");
        }

        private int row(LineCursor line) {
            if (rows == null) {
                return -1;
            }
            int row = rows.add(line.array(), line.from(), line.to(), line.number(), line.offset(), line.length());
            if (row >= 0 && !rows.layout().execs()) {
                boolean exit =
                        rows.layout().columns().stream().anyMatch(c -> c.name().startsWith("EXIT"));
                boolean probe = rows.layout().has(Role.PROBE);
                events.rekind(row, exit ? EventKind.EXIT : probe ? EventKind.PROBE : EventKind.TRACEPOINT);
            }
            return row;
        }

        private void notice(LineCursor line) {
            String text = line.length() > 400 ? "" : latin(line, 400).strip();
            Matcher lost = LOST.matcher(text);
            Matcher oom = OOM.matcher(text);
            if (oom.matches()) {
                oom(oom, line);
                return;
            }
            add(lost.matches() ? EventKind.LOST : EventKind.TRACER, line);
            if (lost.matches()) {
                lose(line, Loss.Kind.DROPPED, Long.parseLong(lost.group(1)), "the tool lost events");
            }
        }

        private void oom(Matcher oom, LineCursor line) {
            int from = Ascii.skipSpaces(line.array(), line.from(), line.to());
            long time = calendar.place(Stamp.timeOfDay(line.array(), from, from + 8));
            int pid = Integer.parseInt(oom.group(1));
            int row = events.add(
                    EventKind.PROBE, calendar.clock(), time, pid, line.number(), line.offset(), line.length());
            events.set(Fields.COMM, row, oom.group(2));
            events.set(Fields.PROBE, row, "oom_kill_process");
        }
    }

    @Override
    public Detail detail(Input input, Events events, int row) {
        Span span = events.span(row);
        List<Detail> stack = new String(input.bytes().copy(span.offset(), (int) span.length()), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> Detail.leaf("", line.strip()))
                .toList();
        return new Detail("row", text(input, events, row), stack);
    }
}
