package whence.traces.graph;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.traces.TraceFields;
import whence.traces.text.Results;
import whence.traces.text.Stamp;

/// What the calls of a function graph say of an event: depth, function, duration and result. One for each reading.
public final class GraphCalls {
    private static final Pattern RESULT = Pattern.compile("(?:ret ?=|= )\\s*(0x[0-9a-f]+|-?\\d+)");
    private static final Pattern NAME = Pattern.compile("([\\w.]+)(?: \\[(\\w+)])?\\(");

    private final EventsBuilder events;
    private final OpenCalls open = new OpenCalls();

    public GraphCalls(EventsBuilder events) {
        this.events = events;
    }

    /// Sets the columns of a row from its line.
    ///
    /// @param task whose calls these are
    public void read(int row, long task, GraphLine columns) {
        int depth = columns.indent / 2;
        events.set(TraceFields.DEPTH, row, depth);
        String function = function(columns.call, depth, task);
        if (function != null) {
            events.set(Fields.FUNCTION, row, function);
        }
        if (columns.durationNs != Stamp.NONE) {
            events.set(Fields.DURATION_NS, row, columns.durationNs);
        }
        result(row, columns.call);
    }

    /// Lines are missing: which functions are open is not known any more.
    public void forget() {
        open.forget();
    }

    private @Nullable String function(String call, int depth, long task) {
        if (call.startsWith("}")) {
            return open.leave(task, depth);
        }
        Matcher matcher = NAME.matcher(call);
        String name = matcher.lookingAt() ? matcher.group(1) : call;
        if (opens(call)) {
            open.enter(task, depth, name);
        }
        return name;
    }

    /// A comment with the place that is returned to may stand behind the brace.
    private static boolean opens(String call) {
        int comment = call.lastIndexOf("/*");
        return call.endsWith("{")
                || (comment > 0 && call.substring(0, comment).stripTrailing().endsWith("{"));
    }

    /// In any layout: `/* = -22 */`, `/* bpf_prog_load ret=0xffffffea */`, `/* <-__sys_bpf ret=-22 */`.
    private void result(int row, String call) {
        int comment = call.lastIndexOf("/*");
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
