package whence.branches.frame;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import whence.branches.flow.Node;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;

/// Which jumps decide the exit: those behind which only one `return` is left, with one last assignment of what it
/// returns.
public final class Commits {
    private final Frame frame;
    private final Map<Integer, Boolean> decided = new HashMap<>();

    public Commits(Frame frame) {
        this.frame = frame;
    }

    private boolean at(int jump) {
        return decided.computeIfAbsent(jump, this::decides);
    }

    /// A state behind a jump.
    public State behind(int jump, State state) {
        if (retries(jump)) {
            return state.with(state.key().commit(-1));
        }
        return state.key().commit() >= 0 || !at(jump)
                ? state
                : state.with(state.key().commit(jump));
    }

    private record Way(int node, int def) {}

    private boolean decides(int jump) {
        Set<String> variables = retries(jump) ? null : returnedBehind(jump);
        if (variables == null) {
            return false;
        }
        Set<Integer> ends = new HashSet<>();
        Set<Way> seen = new HashSet<>();
        Deque<Way> open = new ArrayDeque<>();
        open.add(new Way(jump, -1));
        while (!open.isEmpty()) {
            Way way = open.pop();
            if (!seen.add(way) || ends.size() > 1) {
                continue;
            }
            Node node = frame.graph.node(way.node());
            int def = assigns(node, variables) ? way.node() : way.def();
            if (node instanceof Node.Return) {
                ends.add(def);
            }
            for (int to : retries(way.node()) ? new int[0] : frame.graph.next(way.node())) {
                open.push(new Way(to, def));
            }
        }
        return ends.size() == 1;
    }

    /// Whether a jump leads back to try again. The exit is decided by what happens then.
    private boolean retries(int node) {
        return frame.graph.node(node) instanceof Node.Jump
                && frame.graph.back(node, frame.graph.next(node)[0]);
    }

    /// Everything that can run behind a jump before anything is tried again.
    private BitSet behind(int jump) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(jump);
        while (!open.isEmpty()) {
            int at = open.pop();
            if (!seen.get(at)) {
                seen.set(at);
                for (int to : retries(at) ? new int[0] : frame.graph.next(at)) {
                    open.push(to);
                }
            }
        }
        return seen;
    }

    /// The variables that the only return behind a jump gives; null where there are several returns or none.
    private @org.jspecify.annotations.Nullable Set<String> returnedBehind(int jump) {
        Set<String> variables = new HashSet<>(frame.handedOut);
        int statement = -1;
        BitSet behind = behind(jump);
        for (int id = behind.nextSetBit(0); id >= 0; id = behind.nextSetBit(id + 1)) {
            if (frame.graph.node(id) instanceof Node.Return it) {
                if (statement >= 0 && statement != it.statement()) {
                    return null;
                }
                statement = it.statement();
                String carried = it.value() == null ? null : Results.carried(it.value());
                if (carried != null) {
                    variables.add(carried);
                }
            }
        }
        return statement < 0 ? null : variables;
    }

    private static boolean assigns(Node node, Set<String> variables) {
        return switch (node) {
            case Node.Evaluate it -> assigns(it.expression(), variables);
            case Node.Branch it -> assigns(it.condition(), variables);
            case Node.Declare it -> declares(it.declarator(), variables);
            default -> false;
        };
    }

    private static boolean declares(Stmt.Declarator one, Set<String> variables) {
        return one.value() != null && variables.contains(one.name());
    }

    private static boolean assigns(Expr of, Set<String> variables) {
        return whence.branches.syntax.Walk.parts(of).stream()
                .anyMatch(visit -> visit.part() instanceof Expr.Assign it
                        && variables.contains(it.to().text()));
    }
}
