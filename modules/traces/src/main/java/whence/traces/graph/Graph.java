package whence.traces.graph;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.text.LineCursor;
import whence.traces.text.Results;
import whence.traces.text.Stamp;
import whence.traces.text.TraceReader;

/// One reading of one function graph.
final class Graph extends TraceReader.Recording {
    private static final Pattern RESULT = Pattern.compile("(?:ret ?=|= )\\s*(0x[0-9a-f]+|-?\\d+)");
    private static final Pattern NAME = Pattern.compile("([\\w.]+)(?: \\[(\\w+)])?\\(");

    /// Who runs on a processor since a line said that tasks switched there.
    private record Task(String comm, int pid) {}

    private final Clock clock;
    private final GraphLine columns = new GraphLine();
    private final OpenCalls open = new OpenCalls();
    private final Map<Integer, Task> running = new HashMap<>();

    Graph(Clock clock, EventsBuilder events) {
        super(events);
        this.clock = clock;
    }

    @Override
    public void line(LineCursor line) {
        byte[] text = line.array();
        if (line.length() == 0) {
            return;
        }
        if (dropped(line)) {
            open.forget();
        } else if (text[line.from()] == '#') {
            add(EventKind.TRACER, line);
        } else if (columns.readSwitch(text, line.from(), line.to())) {
            running.put(columns.cpu, new Task(columns.task, columns.pid));
            add(EventKind.MARK, line);
        } else if (columns.read(text, line.from(), line.to())) {
            call(line);
        } else {
            add(EventKind.MARK, line);
        }
    }

    private void call(LineCursor line) {
        String call = columns.call;
        boolean closes = call.startsWith("}");
        boolean comment = call.startsWith("/*") || call.isEmpty();
        Task task = columns.task.isEmpty() ? running.get(columns.cpu) : new Task(columns.task, columns.pid);
        int row = placed(comment ? EventKind.MARK : closes ? EventKind.RETURN : EventKind.PROBE, task, line);
        if (comment) {
            return;
        }
        int depth = columns.indent / 2;
        events.set(TraceFields.DEPTH, row, depth);
        String function = function(call, closes, depth, key(task));
        if (function != null) {
            events.set(Fields.FUNCTION, row, function);
        }
        if (columns.durationNs != Stamp.NONE) {
            events.set(Fields.DURATION_NS, row, columns.durationNs);
        }
        result(row, call);
    }

    private int placed(EventKind kind, @Nullable Task task, LineCursor line) {
        boolean timed = columns.timeNs != Stamp.NONE;
        int row = events.add(
                kind,
                timed ? clock : Clock.NONE,
                columns.timeNs,
                task == null ? Events.NO_PID : task.pid(),
                line.number(),
                line.offset(),
                line.length());
        if (task != null) {
            events.set(Fields.COMM, row, task.comm());
        }
        if (columns.cpu >= 0) {
            events.set(Fields.CPU, row, columns.cpu);
        }
        return row;
    }

    /// A task keeps its open calls when it moves to another processor; each processor has an idle task of its own.
    private long key(@Nullable Task task) {
        return task == null || task.pid() == 0 ? -2L - columns.cpu : task.pid();
    }

    private @Nullable String function(String call, boolean closes, int depth, long key) {
        if (closes) {
            return open.leave(key, depth);
        }
        Matcher matcher = NAME.matcher(call);
        String name = matcher.lookingAt() ? matcher.group(1) : call;
        if (call.endsWith("{")) {
            open.enter(key, depth, name);
        }
        return name;
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
