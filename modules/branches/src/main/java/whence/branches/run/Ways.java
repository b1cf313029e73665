package whence.branches.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.frame.Frame;
import whence.branches.frame.State;

/// What is known at each node on each of the ways that are kept apart, and where each came from.
final class Ways {
    /// After so many visits of a loop, what changes in it is given up.
    private static final int TIRED = 6;
    private static final int MOST_WAYS = 96;

    private final Frame frame;
    private final Callees callees;
    private final Map<Run.Point, State> in = new HashMap<>();
    private final Map<Run.Point, Integer> visits = new HashMap<>();
    private final Map<Integer, Set<State.Key>> keys = new HashMap<>();
    private final Map<Run.Point, Set<Run.Point>> edges = new LinkedHashMap<>();
    private boolean merged;

    Ways(Frame frame, Callees callees) {
        this.frame = frame;
        this.callees = callees;
    }

    void begin(Run.Point first, State start) {
        in.put(first, start);
    }

    @Nullable
    State at(Run.Point point) {
        return in.get(point);
    }

    /// Takes a state to a node; gives the point where that says something new there.
    Run.@Nullable Point arrive(Run.Point from, int to, State arriving) {
        State after = arriving;
        Set<State.Key> here = keys.computeIfAbsent(to, absent -> new LinkedHashSet<>());
        State.Key key = after.key();
        if (here.size() >= MOST_WAYS && !here.contains(key)) {
            merged = true;
            key = new State.Key(frame.tracked.stream().map(name -> Run.SEVERAL).toList(), -1, callees.any());
            after = after.with(key);
        }
        here.add(key);
        Run.Point point = new Run.Point(to, key);
        edges.computeIfAbsent(point, absent -> new LinkedHashSet<>()).add(from);
        State before = in.get(point);
        State joint = before == null ? after : before.or(after, visits.merge(point, 1, Integer::sum) > TIRED);
        if (before != null && joint.equals(before)) {
            return null;
        }
        in.put(point, joint);
        return point;
    }

    /// Whether too many ways met in one place.
    boolean merged() {
        return merged;
    }

    Map<Run.Point, Set<Run.Point>> edges() {
        return edges;
    }

    boolean reached(int node) {
        return keys.containsKey(node);
    }
}
