package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.process.Program;

/// The same exec in two traces, one on a clock that nothing joins: task and program are the same, and either trace
/// shows the task starting it once. Where two such pairs disagree by more than tools are late, none is believed.
final class ExecTwins {
    /// A tracepoint, a probe and a tracer stopping the task see an exec within so much of each other.
    private static final long LATE_NS = 20_000_000;

    private static final int MOST_TASKS = 4096;

    private final SessionClocks clocks;
    private final Texts texts;
    private final Watch watch;

    ExecTwins(SessionClocks clocks, Texts texts, Watch watch) {
        this.clocks = clocks;
        this.texts = texts;
        this.watch = watch;
    }

    /// Anchors from the clocks of traces to real time.
    ///
    /// @param oneBoot whether all artifacts are known to be of one boot; else a single pair is no pair
    List<Anchor> anchors(Collection<Events> artifacts, boolean oneBoot) {
        List<Anchor> anchors = new ArrayList<>();
        for (Events open : artifacts) {
            Map<Integer, Integer> execs = unplaced(open);
            if (!execs.isEmpty()) {
                anchors.addAll(anchors(open, execs, artifacts, oneBoot ? 1 : 2));
            }
        }
        return anchors;
    }

    private List<Anchor> anchors(Events open, Map<Integer, Integer> execs, Collection<Events> artifacts, int fewest) {
        List<Anchor> found = new ArrayList<>();
        for (Events other : artifacts) {
            watch.check();
            if (!other.artifact().equals(open.artifact())) {
                execs(other, execs.keySet())
                        .forEach((task, row) -> pair(open, execs.getOrDefault(task, 0), other, row)
                                .ifPresent(found::add));
            }
        }
        long low = found.stream().mapToLong(Anchor::low).min().orElse(0);
        long high = found.stream().mapToLong(Anchor::low).max().orElse(0);
        return found.size() < fewest || high - low > 2 * LATE_NS ? List.of() : found;
    }

    private Optional<Anchor> pair(Events open, int own, Events other, int row) {
        Optional<Time> when = clocks.time(other, row, Clock.REALTIME);
        if (when.isEmpty() || !Program.same(texts.text(open, own), texts.text(other, row))) {
            return Optional.empty();
        }
        long offset = when.get().ns() - open.timeNs(own);
        long error = when.get().errorNs() + LATE_NS;
        Clock clock = open.clock(own);
        String boot = clock == Clock.TRACE ? SessionClocks.ownBoot(open) : clocks.boot(open, own);
        return Optional.of(new Anchor(boot, clock, Clock.REALTIME, open.timeNs(own), offset - error, offset + error));
    }

    /// Execs of an artifact whose clock counts and is joined with nothing.
    private Map<Integer, Integer> unplaced(Events events) {
        Set<Integer> tasks = new HashSet<>();
        for (int row = 0; row < events.count() && tasks.size() < MOST_TASKS; row++) {
            if (started(events, row)) {
                if (tasks.isEmpty() && !unplaced(events, row)) {
                    return Map.of();
                }
                tasks.add(events.pid(row));
            }
        }
        return tasks.isEmpty() ? Map.of() : execs(events, tasks);
    }

    private boolean unplaced(Events events, int row) {
        Clock clock = events.clock(row);
        boolean counts = clock == Clock.TRACE || clock == Clock.BOOTTIME || clock == Clock.MONOTONIC;
        return counts && clocks.time(events, row, Clock.REALTIME).isEmpty();
    }

    private static boolean started(Events events, int row) {
        long result = events.kind(row) == EventKind.EXEC ? events.number(Fields.RET, row) : -1;
        return (result == 0 || result == Events.NO_NUMBER)
                && events.pid(row) > 0
                && events.timeNs(row) != Events.NO_TIME;
    }

    /// The exec of each of these tasks that has one alone.
    private static Map<Integer, Integer> execs(Events events, Set<Integer> tasks) {
        Map<Integer, Integer> execs = new HashMap<>();
        for (int row = 0; row < events.count(); row++) {
            if (started(events, row) && tasks.contains(events.pid(row))) {
                execs.merge(events.pid(row), row, (one, again) -> -1);
            }
        }
        execs.values().removeIf(row -> row < 0);
        return execs;
    }
}
