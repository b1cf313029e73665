package whence.traces.text;

import java.nio.charset.StandardCharsets;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// What all readers of traces share: an input is walked line by line, what the walk loses is recorded, and an event is
/// shown as the first line of its span stands.
public abstract class TraceReader implements EventReader {
    private final String format;

    protected TraceReader(String format) {
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
    public abstract static class Recording implements Reading {
        protected final EventsBuilder events;

        protected Recording(EventsBuilder events) {
            this.events = events;
        }

        /// Adds an event without stamp and pid.
        protected final int add(EventKind kind, LineCursor line) {
            return TraceReader.add(events, kind, line);
        }

        /// Records that something is missing at this line.
        protected final void lose(LineCursor line, Loss.Kind kind, long count, String why) {
            events.lose(kind, line.number(), line.offset(), line.length(), count, why);
        }

        /// Adds the event and the loss of a line by which ftrace says that its buffer dropped events; false where the
        /// line says nothing of that kind.
        protected final boolean dropped(LineCursor line) {
            long lost = BufferNotices.lost(line.array(), line.from(), line.to());
            if (lost >= 0) {
                add(EventKind.LOST, line);
                long count = lost == 0 ? Loss.UNKNOWN : lost;
                lose(line, Loss.Kind.DROPPED, count, "the ring buffer dropped events here");
            }
            return lost >= 0;
        }

        /// The line, each byte a character; of a longer one so much.
        protected static String latin(LineCursor line, int most) {
            return new String(line.array(), line.from(), Math.min(line.length(), most), StandardCharsets.ISO_8859_1);
        }
    }

    protected abstract Reading reading(Input input, EventsBuilder events);

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
        String lines = lines(input, events, row);
        int end = lines.indexOf('\n');
        return (end < 0 ? lines : lines.substring(0, end)).strip();
    }

    /// All that the first span of an event holds: its line and what stands below it.
    protected static String lines(Input input, Events events, int row) {
        Span span = events.span(row);
        return new String(input.bytes().copy(span.offset(), (int) span.length()), StandardCharsets.UTF_8);
    }
}
