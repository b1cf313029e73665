package whence.traces.bcc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;
import whence.traces.columns.Header;
import whence.traces.columns.Layout;
import whence.traces.columns.Role;
import whence.traces.columns.Rows;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;

/// Reads the BCC tools (execsnoop, opensnoop, killsnoop, exitsnoop, capable, trace and the like): a header row
/// names the columns, and the rows below it follow.
public final class BccReader extends LineReader {
    private static final Pattern LOST = Pattern.compile("(?:Possibly )?[Ll]ost (\\d{1,18}) (?:samples|events).*");
    private static final int HEADER_WITHIN = 8;

    /// A reader without state.
    public BccReader() {
        super("bcc");
    }

    @Override
    public int sniff(Bytes head, String name) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        for (int looked = 0; looked < HEADER_WITHIN && lines.next(); looked++) {
            if (header(lines).isPresent()) {
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
        return new String(line.array(), line.from(), line.length(), StandardCharsets.ISO_8859_1);
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Table(input, events);
    }

    private static final class Table implements Reading {
        private final Input input;
        private final EventsBuilder events;
        private @Nullable Rows rows;

        Table(Input input, EventsBuilder events) {
            this.input = input;
            this.events = events;
        }

        @Override
        public void line(LineCursor line) {
            if (line.length() == 0) {
                return;
            }
            Optional<Layout> header = header(line);
            if (header.isPresent()) {
                rows = new Rows(header.get(), input, events);
                add(events, EventKind.TRACER, line);
            } else if (row(line) < 0) {
                notice(line);
            }
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
            Matcher lost = LOST.matcher(line.length() > 400 ? "" : latin(line).strip());
            add(events, lost.matches() ? EventKind.LOST : EventKind.TRACER, line);
            if (lost.matches()) {
                events.lose(
                        Loss.Kind.DROPPED,
                        line.number(),
                        line.offset(),
                        line.length(),
                        Long.parseLong(lost.group(1)),
                        "the tool lost events");
            }
        }
    }
}
