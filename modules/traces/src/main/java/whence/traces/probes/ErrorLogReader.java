package whence.traces.probes;

import java.util.stream.Collectors;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.ftrace.ProbeDefinition;
import whence.traces.text.Ascii;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;
import whence.traces.text.Stamp;

/// Reads `tracing/error_log`: what was asked of ftrace and refused, with the reason. Each record is a stamped line,
/// the command, and a caret below its fault; the stamp is `local_clock()`, as printk's. The log keeps the last
/// eight.
public final class ErrorLogReader extends LineReader {
    public ErrorLogReader() {
        super("error_log");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return stampEnd(text, from, to) > 0 && Ascii.indexOf(text, from, to, ": error: ") > 0;
    }

    @Override
    protected boolean tolerated(byte[] text, int from, int to) {
        return from == to || Ascii.at(text, from, to, "  ");
    }

    @Override
    protected int surest() {
        return 97;
    }

    private static int stampEnd(byte[] text, int from, int to) {
        if (from >= to || text[from] != '[') {
            return -1;
        }
        int digits = Ascii.skipSpaces(text, from + 1, to);
        int end = Stamp.decimalEnd(text, digits, to);
        return end > digits && end < to && text[end] == ']' ? end : -1;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Refusals(events);
    }

    private static final class Refusals implements Reading {
        private final EventsBuilder events;
        private int row = -1;
        private long start;

        Refusals(EventsBuilder events) {
            this.events = events;
        }

        @Override
        public void line(LineCursor line) {
            byte[] text = line.array();
            int end = stampEnd(text, line.from(), line.to());
            if (end > 0) {
                int digits = Ascii.skipSpaces(text, line.from() + 1, line.to());
                start = line.offset();
                row = events.add(
                        EventKind.TRACER,
                        Clock.PRINTK,
                        Stamp.seconds(text, digits, end),
                        Events.NO_PID,
                        line.number(),
                        line.offset(),
                        line.length());
            } else if (row >= 0 && tolerant(text, line.from(), line.to())) {
                events.extend(row, (int) (line.offset(line.to()) - start));
                command(text, line.from(), line.to());
            } else if (line.length() > 0) {
                add(events, EventKind.OUTPUT, line);
            }
        }

        private static boolean tolerant(byte[] text, int from, int to) {
            return from == to || Ascii.at(text, from, to, "  ");
        }

        private void command(byte[] text, int from, int to) {
            String command = "  Command: ";
            if (!Ascii.at(text, from, to, command)) {
                return;
            }
            ProbeDefinition.parse(latin(text, from + command.length(), to)).ifPresent(asked -> {
                events.set(Fields.PROBE, row, asked.event());
                if (asked.symbol() != null) {
                    events.set(Fields.FUNCTION, row, asked.symbol());
                }
            });
        }
    }

    @Override
    public String text(Input input, Events events, int row) {
        var span = events.span(row);
        return input.bytes()
                .text(span.offset(), (int) span.length())
                .lines()
                .map(String::strip)
                .filter(line -> !line.equals("^"))
                .collect(Collectors.joining(" "));
    }
}
