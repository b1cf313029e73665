package whence.branches.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ways a run found, as a graph of its own: what every way to a point has passed.
final class Exploded {
    private final Run run;
    private final Map<Run.Point, Integer> number = new HashMap<>();
    private final List<Run.Point> points = new ArrayList<>();
    private int[] dominator = {};

    Exploded(Run run) {
        this.run = run;
        order();
        dominate();
    }

    /// Numbers the points so that, loops aside, a point comes behind what leads to it.
    private void order() {
        Map<Run.Point, List<Run.Point>> next = new HashMap<>();
        Run.Point entry = new Run.Point(0, run.emptyKey(0));
        run.edges()
                .forEach((to, froms) -> froms.forEach(from ->
                        next.computeIfAbsent(from, absent -> new ArrayList<>()).add(to)));
        List<Run.Point> post = new ArrayList<>();
        Set<Run.Point> seen = new LinkedHashSet<>();
        Deque<Run.Point> stack = new ArrayDeque<>();
        Deque<Integer> child = new ArrayDeque<>();
        stack.push(entry);
        child.push(0);
        seen.add(entry);
        while (!stack.isEmpty()) {
            List<Run.Point> successors = next.getOrDefault(stack.peek(), List.of());
            int at = child.pop();
            if (at < successors.size()) {
                child.push(at + 1);
                if (seen.add(successors.get(at))) {
                    stack.push(successors.get(at));
                    child.push(0);
                }
            } else {
                post.add(stack.pop());
            }
        }
        for (int i = post.size() - 1; i >= 0; i--) {
            number.put(post.get(i), points.size());
            points.add(post.get(i));
        }
    }

    private void dominate() {
        dominator = new int[points.size()];
        java.util.Arrays.fill(dominator, -1);
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < points.size(); i++) {
                int found = nearest(i);
                if (found >= 0 && dominator[i] != found) {
                    dominator[i] = found;
                    changed = true;
                }
            }
        }
    }

    private int nearest(int point) {
        int found = -1;
        for (Run.Point from : run.edges().getOrDefault(points.get(point), Set.of())) {
            Integer before = number.get(from);
            if (before != null && dominator[before] >= 0) {
                found = found < 0 ? before : meet(found, before);
            }
        }
        return found;
    }

    private int meet(int a, int b) {
        int left = a;
        int right = b;
        while (left != right) {
            if (left > right) {
                left = dominator[left];
            } else {
                right = dominator[right];
            }
        }
        return left;
    }

    /// Every point that all ways to this one pass, the nearest first, itself included.
    List<Run.Point> dominators(Run.Point point) {
        List<Run.Point> found = new ArrayList<>();
        Integer at = number.get(point);
        while (at != null) {
            found.add(points.get(at));
            at = at == 0 || dominator[at] < 0 ? null : Integer.valueOf(dominator[at]);
        }
        return found;
    }

    /// Every point on some way to this one.
    Set<Run.Point> leadingTo(Run.Point point) {
        Set<Run.Point> seen = new LinkedHashSet<>();
        Deque<Run.Point> open = new ArrayDeque<>(List.of(point));
        while (!open.isEmpty()) {
            Run.Point at = open.pop();
            if (seen.add(at)) {
                open.addAll(run.edges().getOrDefault(at, Set.of()));
            }
        }
        return seen;
    }

    /// The point at which a jump was taken on the way to this one.
    Run.Point jump(Run.Point point, int commit) {
        List<Run.Point> jumps = leadingTo(point).stream()
                .filter(each -> each.node() == commit && each.key().commit() < 0)
                .toList();
        if (jumps.size() == 1) {
            return jumps.getFirst();
        }
        return jumps.stream()
                .filter(each -> each.key().defs().equals(point.key().defs()))
                .findFirst()
                .orElse(jumps.isEmpty() ? point : jumps.getFirst());
    }
}
