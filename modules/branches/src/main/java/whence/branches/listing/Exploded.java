package whence.branches.listing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.branches.run.Run;

/// The ways a run found to some points, as a graph of nodes: what every way has passed, and what some way may pass.
final class Exploded {
    private final Set<Run.Point> points;
    private final int[] position;
    private final List<Integer> nodes = new ArrayList<>();
    private final List<Set<Integer>> before = new ArrayList<>();
    private final int[] dominator;

    private Exploded(Run run, Collection<Run.Point> targets) {
        this.points = leadingTo(run, targets);
        this.position = new int[run.frame().graph.size()];
        number(run);
        edges(run, targets);
        this.dominator = new int[nodes.size() + 1];
        dominate();
    }

    static Exploded of(Run run, Collection<Run.Point> targets) {
        return new Exploded(run, targets);
    }

    private static Set<Run.Point> leadingTo(Run run, Collection<Run.Point> targets) {
        Set<Run.Point> seen = new HashSet<>();
        Deque<Run.Point> open = new ArrayDeque<>(targets);
        while (!open.isEmpty()) {
            Run.Point at = open.pop();
            if (seen.add(at)) {
                open.addAll(run.edges().getOrDefault(at, Set.of()));
            }
        }
        return seen;
    }

    /// Nodes in the order of the graph; the targets' common end comes last.
    private void number(Run run) {
        int[] order = run.frame().graph.order();
        points.stream()
                .map(Run.Point::node)
                .distinct()
                .sorted((a, b) -> Integer.compare(order[a], order[b]))
                .forEach(nodes::add);
        Arrays.fill(position, -1);
        for (int i = 0; i < nodes.size(); i++) {
            position[nodes.get(i)] = i;
        }
    }

    private void edges(Run run, Collection<Run.Point> targets) {
        for (int i = 0; i <= nodes.size(); i++) {
            before.add(new HashSet<>());
        }
        for (Run.Point point : points) {
            for (Run.Point from : run.edges().getOrDefault(point, Set.of())) {
                before.get(position[point.node()]).add(position[from.node()]);
            }
        }
        targets.forEach(target -> before.get(nodes.size()).add(position[target.node()]));
    }

    private void dominate() {
        Arrays.fill(dominator, -1);
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < dominator.length; i++) {
                int found = nearest(i);
                changed |= found >= 0 && dominator[i] != found;
                dominator[i] = found >= 0 ? found : dominator[i];
            }
        }
    }

    private int nearest(int at) {
        int found = -1;
        for (int from : before.get(at)) {
            if (dominator[from] >= 0) {
                found = found < 0 ? from : meet(found, from);
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

    /// Every node that all ways pass, the nearest first.
    List<Integer> passedByAll() {
        List<Integer> found = new ArrayList<>();
        int at = dominator[nodes.size()];
        while (at > 0) {
            found.add(nodes.get(at));
            at = dominator[at];
        }
        return found;
    }

    /// Every node that some way passes.
    List<Integer> passedBySome() {
        return nodes;
    }

    /// The points at which a jump was taken on the way.
    List<Run.Point> jumps(int commit) {
        return points.stream()
                .filter(each -> each.node() == commit && each.key().commit() < 0)
                .toList();
    }
}
