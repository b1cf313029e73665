package whence.traces.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.TraceFields;
import whence.traces.text.Ascii;
import whence.traces.text.BufferNotices;
import whence.traces.text.HintedClock;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;
import whence.traces.text.Results;
import whence.traces.text.Stamp;

/// Reads the function graph tracer: a function that is entered is a [EventKind#PROBE], its closing brace a
/// [EventKind#RETURN] named after the entry on the same processor; a function that calls none stands on one line
/// and is a PROBE with its duration. Processors interleave. Results are there where `funcgraph-retval` was on; a
/// function that returns nothing shows garbage then.
public final class FgraphReader extends LineReader {
    private static final Pattern SHAPE = Pattern.compile("\\s*(?:(?<time>\\d+\\.\\d+) \\|)?\\s*(?<cpu>\\d+)\\)\\s*"
            + "(?:(?<task>[^|]+)-(?<pid>\\d+)\\s+[\\w.]*\\s*\\|)?\\s*[+!#*@$]?\\s*(?:(?<us>\\d+(?:\\.\\d+)?) us)?"
            + "\\s*\\| ?(?<indent> *)(?<call>.*)");
    private static final Pattern SWITCH = Pattern.compile("\\s*\\d+\\)\\s+\\S.*-\\d+\\s+=>\\s+.*-\\d+\\s*");
    private static final Pattern RESULT = Pattern.compile("(?:ret ?=|= )\\s*(0x[0-9a-f]+|-?\\d+)");
    private static final Pattern NAME = Pattern.compile("([\\w.]+)(?: \\[(\\w+)])?\\(");

    /// A reader without state.
    public FgraphReader() {
        super("fgraph");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return to - from < 4096 && SHAPE.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected boolean tolerated(byte[] text, int from, int to) {
        int at = Ascii.skipSpaces(text, from, to);
        return at == to
                || text[from] == '#'
                || text[at] == '-'
                || SWITCH.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected int surest() {
        return 98;
    }

    private static String latin(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new Graph(HintedClock.of(input), events);
    }

    private static final class Graph implements Reading {
        private final Clock clock;
        private final EventsBuilder events;
        private final Map<Integer, Deque<String>> open = new HashMap<>();

        Graph(Clock clock, EventsBuilder events) {
            this.clock = clock;
            this.events = events;
        }

        @Override
        public void line(LineCursor line) {
            byte[] text = line.array();
            if (line.length() == 0) {
                return;
            }
            long lost = BufferNotices.lost(text, line.from(), line.to());
            if (lost >= 0) {
                add(events, EventKind.LOST, line);
                open.clear();
                events.lose(
                        Loss.Kind.DROPPED,
                        line.number(),
                        line.offset(),
                        line.length(),
                        lost == 0 ? Loss.UNKNOWN : lost,
                        "the ring buffer dropped events here");
                return;
            }
            Matcher matcher = SHAPE.matcher(latin(text, line.from(), Math.min(line.to(), line.from() + (1 << 16))));
            if (text[line.from()] == '#') {
                add(events, EventKind.TRACER, line);
            } else if (matcher.matches()) {
                call(matcher, line);
            } else {
                add(events, EventKind.MARK, line);
            }
        }

        private void call(Matcher matcher, LineCursor line) {
            String call = matcher.group("call");
            int cpu = (int) Math.min(Long.parseLong(matcher.group("cpu")), 1 << 20);
            boolean closes = call.startsWith("}");
            boolean comment = call.startsWith("/*") || call.isEmpty();
            EventKind kind = comment ? EventKind.MARK : closes ? EventKind.RETURN : EventKind.PROBE;
            int row = placed(kind, matcher, line);
            events.set(Fields.CPU, row, cpu);
            if (comment) {
                return;
            }
            events.set(TraceFields.DEPTH, row, matcher.group("indent").length() / 2);
            name(row, cpu, call, closes);
            if (matcher.group("us") != null) {
                byte[] us = matcher.group("us").getBytes(StandardCharsets.ISO_8859_1);
                long scaled = Stamp.seconds(us, 0, us.length);
                if (scaled != Stamp.NONE) {
                    events.set(Fields.DURATION_NS, row, scaled / 1_000_000);
                }
            }
            result(row, call);
        }

        private int placed(EventKind kind, Matcher matcher, LineCursor line) {
            String time = matcher.group("time");
            byte[] digits = time == null ? new byte[0] : time.getBytes(StandardCharsets.ISO_8859_1);
            long stamp = time == null ? Stamp.NONE : Stamp.seconds(digits, 0, digits.length);
            String pid = matcher.group("pid");
            int row = events.add(
                    kind,
                    stamp == Stamp.NONE ? Clock.NONE : clock,
                    stamp,
                    pid == null || pid.length() > 9 ? Events.NO_PID : Integer.parseInt(pid),
                    line.number(),
                    line.offset(),
                    line.length());
            if (matcher.group("task") != null) {
                events.set(Fields.COMM, row, matcher.group("task").strip());
            }
            return row;
        }

        private void name(int row, int cpu, String call, boolean closes) {
            Deque<String> stack = open.computeIfAbsent(cpu, c -> new ArrayDeque<>());
            if (closes) {
                String name = stack.poll();
                if (name != null) {
                    events.set(Fields.FUNCTION, row, name);
                }
                return;
            }
            Matcher matcher = NAME.matcher(call);
            String name = matcher.lookingAt() ? matcher.group(1) : call;
            events.set(Fields.FUNCTION, row, name);
            if (call.endsWith("{")) {
                stack.push(name);
            }
        }

        private void result(int row, String call) {
            int comment = call.indexOf("/*");
            Matcher matcher = RESULT.matcher(call);
            if (comment >= 0 && matcher.find(comment)) {
                byte[] value = matcher.group(1).getBytes(StandardCharsets.ISO_8859_1);
                long number = Results.signed(value, 0, value.length);
                if (number != Events.NO_NUMBER) {
                    Results.set(events, row, number);
                }
            }
        }
    }
}
