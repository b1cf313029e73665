package whence.traces.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.text.LineCursor;
import whence.traces.text.Stamp;
import whence.traces.text.TraceReader;

/// One reading of one function graph.
final class Graph extends TraceReader.Recording {
    /// Who runs on a processor since a line said that tasks switched there.
    private record Task(String comm, int pid) {}

    private final Clock clock;
    private final GraphLine columns = new GraphLine();
    private final GraphCalls calls;
    private final Map<Integer, Task> running = new HashMap<>();

    Graph(Clock clock, EventsBuilder events) {
        super(events);
        this.clock = clock;
        this.calls = new GraphCalls(events);
    }

    @Override
    public void line(LineCursor line) {
        byte[] text = line.array();
        if (line.length() == 0) {
            return;
        }
        if (dropped(line)) {
            calls.forget();
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
        calls.read(row, key(task), columns);
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
}
