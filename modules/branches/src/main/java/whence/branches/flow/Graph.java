package whence.branches.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/// Nodes and where they lead. Node 0 is the entry; numbers are stable for one reading of a body.
public final class Graph {
    private final List<Node> nodes = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private int[] order = {};

    Graph() {}

    int add(Node node, int... successors) {
        nodes.add(node);
        next.add(successors);
        return nodes.size() - 1;
    }

    void replace(int id, Node node) {
        nodes.set(id, node);
    }

    void lead(int node, int... successors) {
        next.set(node, successors);
    }

    public int size() {
        return nodes.size();
    }

    /// All of them, by number.
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /// Whether a step leads back to what ran before: a loop, or a `goto` that tries again.
    public boolean back(int from, int to) {
        int[] position = order();
        return position[to] <= position[from];
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    /// Successors; never to be changed.
    public int[] next(int id) {
        return next.get(id);
    }

    /// Position of each node in an order in which, loops aside, a node comes behind everything that leads to it.
    public int[] order() {
        if (order.length != nodes.size()) {
            order = reversePostorder();
        }
        return order;
    }

    private int[] reversePostorder() {
        int[] position = new int[nodes.size()];
        BitSet seen = new BitSet();
        int[] stack = new int[nodes.size() + 1];
        int[] child = new int[nodes.size() + 1];
        int depth = 0;
        int count = nodes.size();
        stack[0] = 0;
        seen.set(0);
        while (depth >= 0) {
            int[] successors = next.get(stack[depth]);
            if (child[depth] < successors.length) {
                int to = successors[child[depth]++];
                if (!seen.get(to)) {
                    seen.set(to);
                    stack[++depth] = to;
                    child[depth] = 0;
                }
            } else {
                position[stack[depth--]] = --count;
            }
        }
        return position;
    }

    /// Whether a node can be reached from the entry without one step.
    ///
    /// @param to where the step leads; -1 for every step from `from`
    public boolean reachable(int target, int from, int to) {
        BitSet seen = new BitSet();
        int[] stack = new int[nodes.size() + 1];
        int depth = 1;
        seen.set(0);
        while (depth > 0) {
            int at = stack[--depth];
            for (int step : next.get(at)) {
                boolean closed = at == from && (to < 0 || step == to);
                if (!closed && !seen.get(step)) {
                    seen.set(step);
                    stack[depth++] = step;
                }
            }
        }
        return seen.get(target);
    }

    /// Everything that can run behind a node, itself included.
    public BitSet reachableFrom(int start) {
        BitSet seen = new BitSet();
        int[] stack = new int[nodes.size() + 1];
        int depth = 0;
        stack[depth++] = start;
        seen.set(start);
        while (depth > 0) {
            for (int to : next.get(stack[--depth])) {
                if (!seen.get(to)) {
                    seen.set(to);
                    stack[depth++] = to;
                }
            }
        }
        return seen;
    }
}
