package whence.traces.strace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.traces.text.LineCursor;

/// Calls that have begun and not ended: by task, and the one in whose line something else stands.
final class Begun {
    private final EventsBuilder events;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private @Nullable Open open;

    /// The call of the last line of a call, if that line did not end it.
    ///
    /// @param broken whether its line ends in neither a result nor a note that it goes on
    record Open(int row, int pid, String name, boolean broken, Span span) {}

    Begun(EventsBuilder events) {
        this.events = events;
    }

    /// The line of the call ends in `<unfinished ...>`.
    void unfinished(int row, int pid, String name, LineCursor line) {
        settle();
        rows.put(pid, row);
        open = new Open(row, pid, name, false, span(line));
    }

    /// The line of the call just stops.
    void broken(int row, int pid, String name, LineCursor line) {
        settle();
        open = new Open(row, pid, name, true, span(line));
    }

    /// The call that the next line may go on with.
    @Nullable
    Open open() {
        return open;
    }

    /// The open call went on in this line, and is unfinished again or has ended.
    void wentOn(Open call, LineCursor line, boolean ended) {
        events.also(call.row(), span(line));
        open = null;
        if (ended) {
            rows.remove(call.pid());
        } else {
            rows.put(call.pid(), call.row());
        }
    }

    /// Row of the call that this task has begun, no longer begun then; null where there is none.
    @Nullable
    Integer resumed(int pid) {
        return rows.remove(pid);
    }

    /// A resumed call is unfinished again.
    void again(int pid, int row) {
        rows.put(pid, row);
    }

    /// The task whose lines had no pid is this one.
    void reveal(int pid) {
        Integer row = rows.remove(Events.NO_PID);
        if (row != null) {
            rows.put(pid, row);
        }
    }

    /// Another call follows, or the end: what has not gone on by now is cut off.
    void settle() {
        if (open != null && open.broken()) {
            events.lose(new Loss(open.span(), Loss.Kind.TRUNCATED, 1, "the call's line is cut off"));
        }
        open = null;
    }

    private Span span(LineCursor line) {
        return new Span(events.artifact(), line.number(), line.offset(), line.length());
    }
}
