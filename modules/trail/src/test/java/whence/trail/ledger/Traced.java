package whence.trail.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.evidence.Time;

/// Writes a small stream of probe hits, one a line.
public final class Traced {
    private final List<Hit> hits = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private Map<String, Long> missed = Map.of();
    private @Nullable String comm;

    public Traced enters(int tid, String function) {
        return hit(tid, function, Hit.Kind.ENTRY, null, null);
    }

    public Traced returns(int tid, String function, String caller, long value) {
        return hit(tid, function, Hit.Kind.RETURN, caller, value);
    }

    public Traced defined(String event, String function, Hit.Kind kind) {
        return defined(event, function, kind, null, null);
    }

    public Traced defined(
            String event, String function, Hit.Kind kind, @Nullable Long address, @Nullable String filter) {
        int line = watchers.size() + 1;
        watchers.add(new Watcher(
                event, function, kind, address, filter, new Span("kprobe_events.txt", line, line * 10L, 9)));
        return this;
    }

    public Traced loses(String why) {
        losses.add(new Loss(new Span("trace_pipe.txt", 1, 0, 9), Loss.Kind.DROPPED, 3, why));
        return this;
    }

    /// All tasks bear this name from here on; else each has its own.
    public Traced named(String name) {
        comm = name;
        return this;
    }

    public Traced counts(Map<String, Long> missedHits) {
        missed = missedHits;
        return this;
    }

    public Stream stream() {
        return new Stream("trace_pipe.txt", hits, watchers, losses, missed);
    }

    private Traced hit(int tid, String function, Hit.Kind kind, @Nullable String caller, @Nullable Long value) {
        int ordinal = hits.size();
        hits.add(new Hit(
                ordinal,
                tid,
                comm == null ? "task" + tid : comm,
                function + (kind == Hit.Kind.RETURN ? "_ret" : ""),
                function,
                kind,
                caller,
                value,
                Map.of(),
                new Time(Clock.TRACE, ordinal, 1),
                new Span("trace_pipe.txt", ordinal + 1, ordinal * 10L, 9)));
        return this;
    }
}
