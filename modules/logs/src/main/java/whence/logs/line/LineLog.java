package whence.logs.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.logs.LogFields;
import whence.logs.stamp.Dating;
import whence.logs.stamp.Stamp;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Field;
import whence.timeline.Fields;
import whence.timeline.Input;

/// Reads a log of lines by a [Grammar]: one event a line, and lines that are indented by the width of a head join the
/// line before. Stateless; any thread.
public final class LineLog {
    /// No head of a line is longer, bytes.
    public static final int HEAD = 1024;

    private static final int LONGEST_MESSAGE = 16 << 20;
    /// Lines that continue a message are indented at least so far, however wide the head before them was.
    private static final int LEAST_INDENT = 8;

    /// Lines in a row that continue a message without an indent.
    private static final int MOST_BARE = 64;

    /// For formats that add nothing.
    public static final EachRow NOTHING_MORE = (builder, row, head, line) -> {};

    private final Grammar grammar;

    public LineLog(Grammar grammar) {
        this.grammar = grammar;
    }

    /// Looks at a row once it is there, for what a format adds of its own.
    public interface EachRow {
        void row(EventsBuilder builder, int row, LineHead head, String line);

        /// Called once all rows are there, for what only the whole log tells.
        default void end(EventsBuilder builder) {}
    }

    public Events read(Input input, Watch watch, EachRow each) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Pass pass = new Pass(input, builder, each);
        Lines lines = new Lines(input.bytes());
        Shortened.guard(builder, lines::number, () -> pass.lines(lines, watch));
        each.end(builder);
        return builder.build();
    }

    /// The head of a line of `bytes`, one char a byte.
    public static String head(Bytes bytes, long start, long end) {
        int length = (int) Math.min(end - start, HEAD);
        return new String(bytes.copy(start, length), StandardCharsets.ISO_8859_1);
    }

    /// The message of an event, its lines joined, decoded.
    public byte[] message(Input input, Events events, int row) {
        long start = events.offset(row);
        int length = Math.min(events.length(row), LONGEST_MESSAGE);
        Lines lines = new Lines(input.bytes(), start, start + length);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int width = 0;
        for (boolean first = true; lines.next(); first = false) {
            int from;
            if (first) {
                String line = head(input.bytes(), lines.start(), lines.end());
                LineHead head = grammar.head(line);
                from = head == null ? 0 : head.messageStart();
                width = Sgr.width(line, from);
            } else {
                message.write('\n');
                int blanks = indent(input.bytes(), lines.start(), lines.end());
                from = blanks >= Math.min(width, LEAST_INDENT) ? Math.min(width, blanks) : 0;
            }
            message.writeBytes(input.bytes().copy(lines.start() + from, lines.length() - from));
        }
        return grammar.decode(message.toByteArray());
    }

    private static int indent(Bytes bytes, long from, long to) {
        int blanks = 0;
        while (from + blanks < to && bytes.at(from + blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /// One reading of one artifact.
    private final class Pass {
        private final Input input;
        private final EventsBuilder builder;
        private final Dating dating;
        private final EachRow each;
        private int row = -1;
        private int width;
        private long rowStart;

        Pass(Input input, EventsBuilder builder, EachRow each) {
            this.input = input;
            this.builder = builder;
            this.dating = new Dating(input, builder);
            this.each = each;
        }

        void lines(Lines lines, Watch watch) {
            while (lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    watch.check();
                    watch.progress(lines.start(), input.bytes().size());
                }
                line(lines);
            }
        }

        private void line(Lines lines) {
            if (lines.length() == 0) {
                return;
            }
            String line = head(input.bytes(), lines.start(), lines.end());
            LineHead head = grammar.head(line);
            if (head != null) {
                begin(lines, line, head);
            } else if (row >= 0 && width > 0 && continues(line)) {
                builder.extend(row, (int) Math.min(lines.end() - rowStart, Integer.MAX_VALUE));
            } else if (row >= 0 && width > 0 && grammar.continuesBare() && headFollows(lines)) {
                builder.extend(row, (int) Math.min(lines.end() - rowStart, Integer.MAX_VALUE));
            } else {
                add(grammar.strayKind(line), lines);
                each.row(builder, row, LineHead.bare(0), line);
                row = -1;
            }
        }

        /// Whether one of the next few lines has a head: what stands at the end of a log need not belong to it.
        private boolean headFollows(Lines lines) {
            Lines next =
                    new Lines(input.bytes(), lines.nextStart(), input.bytes().size());
            for (int i = 0; i < MOST_BARE && next.next(); i++) {
                if (grammar.head(head(input.bytes(), next.start(), next.end())) != null) {
                    return true;
                }
            }
            return false;
        }

        private boolean continues(String line) {
            int blanks = 0;
            while (blanks < line.length() && line.charAt(blanks) == ' ') {
                blanks++;
            }
            return blanks >= Math.min(width, LEAST_INDENT);
        }

        private void begin(Lines lines, String line, LineHead head) {
            add(grammar.kind(head), lines);
            rowStart = lines.start();
            width = head.stamped() ? Sgr.width(line, head.messageStart()) : 0;
            dating.date(row, head.stamp(), grammar.countingClock(head));
            if (head.stamp() instanceof Stamp.Calendar day && grammar.countsDates()) {
                text(Fields.STAMP, day.minutes() ? "minutes" : "uptime");
            }
            if (head.pid() != Events.NO_PID) {
                builder.repid(row, head.pid());
            }
            number(Fields.PRIORITY, head.priority());
            number(Fields.FACILITY, head.facility());
            text(LogFields.CALLER, head.caller());
            text(Fields.HOST, head.host());
            text(Fields.IDENTIFIER, head.identifier());
            if (head.second() instanceof Stamp.Since(long ns)) {
                builder.set(Fields.PRINTK_NS, row, ns);
            }
            each.row(builder, row, head, line);
        }

        private void add(EventKind kind, Lines lines) {
            row = builder.add(
                    kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, lines.number(), lines.start(), lines.length());
        }

        private void number(Field field, int value) {
            if (value >= 0) {
                builder.set(field, row, value);
            }
        }

        private void text(Field field, @Nullable String value) {
            if (value != null) {
                builder.set(field, row, value);
            }
        }
    }
}
