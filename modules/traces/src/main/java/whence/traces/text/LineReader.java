package whence.traces.text;

import java.nio.charset.StandardCharsets;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// What readers of small line formats share: the loop over the lines, sniffing by the share of lines that have the
/// format's shape, and showing a line as it stands.
public abstract class LineReader implements EventReader {
    private static final int LINES = 40;

    private final String format;

    protected LineReader(String format) {
        this.format = format;
    }

    @Override
    public final String format() {
        return format;
    }

    /// Adds the events of one input, line by line.
    public interface Reading {
        void line(LineCursor line);

        /// Called after the last line.
        default void end() {}
    }

    /// A reading that adds to one set of events.
    public abstract static class Lines implements Reading {
        protected final EventsBuilder events;

        protected Lines(EventsBuilder events) {
            this.events = events;
        }

        /// Adds an event without stamp and pid.
        protected final int add(EventKind kind, LineCursor line) {
            return LineReader.add(events, kind, line);
        }

        /// Records that something is missing at this line.
        protected final void lose(LineCursor line, Loss.Kind kind, long count, String why) {
            events.lose(kind, line.number(), line.offset(), line.length(), count, why);
        }

        /// The line, each byte a character; of a longer one so much.
        protected static String latin(LineCursor line, int most) {
            return new String(line.array(), line.from(), Math.min(line.length(), most), StandardCharsets.ISO_8859_1);
        }
    }

    protected abstract Reading reading(Input input, EventsBuilder events);

    /// Whether a line has the format's shape.
    protected abstract boolean shaped(byte[] text, int from, int to);

    /// Whether a line may stand in such a file without proving anything.
    protected boolean tolerated(byte[] text, int from, int to) {
        return from == to;
    }

    @Override
    public int sniff(Bytes head, String name) {
        LineCursor lines = new LineCursor(head, Watch.NONE);
        int looked = 0;
        int shaped = 0;
        while (looked < LINES && lines.next()) {
            boolean cut = looked > 0 && lines.offset(lines.to()) >= head.size();
            if (!cut && !tolerated(lines.array(), lines.from(), lines.to())) {
                looked++;
                shaped += shaped(lines.array(), lines.from(), lines.to()) ? 1 : 0;
            }
        }
        return shaped == 0 || shaped * 4 < looked * 3 ? 0 : surest() * shaped / looked;
    }

    /// What [#sniff] answers when every line has the shape.
    protected int surest() {
        return 90;
    }

    @Override
    public final Events read(Input input, Watch watch) {
        EventsBuilder events = new EventsBuilder(input.artifact());
        Reading reading = reading(input, events);
        LineCursor lines = new LineCursor(input.bytes(), watch);
        while (lines.next()) {
            reading.line(lines);
        }
        reading.end();
        lines.recordLoss(events);
        return events.build();
    }

    /// Adds an event without stamp and pid for a line.
    protected static int add(EventsBuilder events, EventKind kind, LineCursor line) {
        return events.add(kind, Clock.NONE, Events.NO_TIME, Events.NO_PID, line.number(), line.offset(), line.length());
    }

    @Override
    public String text(Input input, Events events, int row) {
        Span span = events.span(row);
        String lines = new String(input.bytes().copy(span.offset(), (int) span.length()), StandardCharsets.UTF_8);
        int end = lines.indexOf('\n');
        return (end < 0 ? lines : lines.substring(0, end)).strip();
    }
}
