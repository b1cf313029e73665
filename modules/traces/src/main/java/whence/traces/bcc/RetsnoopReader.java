package whence.traces.bcc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.bytes.Bytes;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.TraceFields;
import whence.traces.ftrace.Place;
import whence.traces.text.Calendar;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;
import whence.traces.text.Results;
import whence.traces.text.Stamp;

/// Reads retsnoop: for each failed call a line with time and task, then its stack from the outside in, each frame
/// that was traced with its result and duration. A frame with a result is a [EventKind#RETURN], one without a
/// [EventKind#PROBE]: the function was under way. The function call trace of `-T` says each entry and return in turn.
public final class RetsnoopReader extends LineReader {
    private static final Pattern CALL = Pattern.compile(
            "(?<from>\\d\\d:\\d\\d:\\d\\d\\.\\d+) -> (?<to>\\d\\d:\\d\\d:\\d\\d\\.\\d+) TID/PID (?<tid>\\d{1,9})/(?<pid>\\d{1,9})"
                    + " \\((?<task>[^/)]*)/?(?<process>[^)]*)\\).*");
    private static final Pattern FRAME = Pattern.compile(
            "[!*X ]*\\s*(?:(?<us>\\d{1,12})us\\s+)?(?:\\[(?<result>[^\\]]*)\\]\\s+)?(?<inlined>\\. )?(?<place>[\\w.]+(?:\\+0x[0-9a-f]+)?)"
                    + "(?:\\s+\\((?<source>[^)]*)\\))?.*");

    /// `    ↔ bpf_ksym_add   [void]   2.046us`: entered, left, or both on one line; four spaces a level.
    private static final Pattern TRACED = Pattern.compile("(?<indent> *)(?<edge>[→←↔]) (?<place>[\\w.]+)"
            + "(?:\\s+\\[(?<result>[^\\]]*)\\])?(?:\\s+(?<us>\\d{1,12}(?:\\.\\d{1,6})?)us)?.*");

    /// A reader without state.
    public RetsnoopReader() {
        super("retsnoop");
    }

    @Override
    public int sniff(Bytes head, String name) {
        String text = head.text(0, (int) Math.min(head.size(), 16_384));
        return text.lines().anyMatch(line -> CALL.matcher(line).matches()) ? 93 : 0;
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return false;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Stacks(input, events);
    }

    private static final class Stacks implements Reading {
        private final EventsBuilder events;
        private final Calendar calendar;
        private final Errno errors;
        private long time = Events.NO_TIME;
        private int pid = Events.NO_PID;
        private String task = "";

        Stacks(Input input, EventsBuilder events) {
            this.events = events;
            this.calendar = new Calendar(input);
            this.errors = input.errors();
        }

        @Override
        public void line(LineCursor line) {
            if (line.length() == 0 || line.length() > 4096) {
                if (line.length() > 0) {
                    add(events, EventKind.OUTPUT, line);
                }
                return;
            }
            String text = new String(line.array(), line.from(), line.length(), StandardCharsets.UTF_8);
            Matcher call = CALL.matcher(text);
            Matcher frame = FRAME.matcher(text);
            Matcher traced = TRACED.matcher(text);
            if (pid != Events.NO_PID && traced.matches()) {
                traced(traced, line);
            } else if (call.matches()) {
                call(call, line);
            } else if (pid != Events.NO_PID && inStack(text) && frame.matches()) {
                frame(frame, line);
            } else {
                add(events, EventKind.TRACER, line);
            }
        }

        private static boolean inStack(String text) {
            return text.startsWith(" ") || text.startsWith("!");
        }

        private void call(Matcher call, LineCursor line) {
            byte[] stamp = call.group("from").getBytes(StandardCharsets.ISO_8859_1);
            time = calendar.place(Stamp.timeOfDay(stamp, 0, stamp.length));
            pid = Integer.parseInt(call.group("pid"));
            task = call.group("task");
            int row = stamped(EventKind.MARK, line);
            events.set(Fields.TID, row, Long.parseLong(call.group("tid")));
        }

        private int stamped(EventKind kind, LineCursor line) {
            Clock clock = calendar.clock();
            int row = events.add(kind, clock, time, pid, line.number(), line.offset(), line.length());
            events.set(Fields.COMM, row, task);
            return row;
        }

        private void frame(Matcher frame, LineCursor line) {
            String result = frame.group("result");
            int row = stamped(result == null ? EventKind.PROBE : EventKind.RETURN, line);
            Optional<Place> place = Place.parse(frame.group("place"));
            events.set(Fields.FUNCTION, row, place.map(Place::function).orElse(frame.group("place")));
            if (frame.group("us") != null) {
                events.set(Fields.DURATION_NS, row, Long.parseLong(frame.group("us")) * 1000);
            }
            if (result != null) {
                result(row, result);
            }
        }

        private void traced(Matcher traced, LineCursor line) {
            boolean entered = traced.group("edge").equals("→");
            int row = stamped(entered ? EventKind.PROBE : EventKind.RETURN, line);
            events.set(Fields.FUNCTION, row, traced.group("place"));
            events.set(TraceFields.DEPTH, row, traced.group("indent").length() / 4);
            String us = traced.group("us");
            if (us != null) {
                byte[] digits = us.getBytes(StandardCharsets.ISO_8859_1);
                events.set(Fields.DURATION_NS, row, Stamp.seconds(digits, 0, digits.length) / 1_000_000);
            }
            if (traced.group("result") != null) {
                result(row, traced.group("result"));
            }
        }

        private void result(int row, String result) {
            int errno = result.startsWith("-") ? errors.number(result.substring(1)) : -1;
            byte[] text = result.getBytes(StandardCharsets.ISO_8859_1);
            long value = errno > 0 ? -errno : Results.signed(text, 0, text.length);
            if (value != Events.NO_NUMBER) {
                Results.set(events, row, value);
            }
        }
    }
}
