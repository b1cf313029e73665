package whence.branches.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;

/// The assignments of a variable that may be the last before a node, from the graph alone.
public final class Definitions {
    private final Frame frame;
    private @Nullable List<List<Integer>> before;

    public Definitions(Frame frame) {
        this.frame = frame;
    }

    /// The values a variable may have been given last before a node runs; empty where one of them is not a plain
    /// assignment.
    public List<Expr> reaching(String variable, int node) {
        List<Expr> values = new ArrayList<>();
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(before(node));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (seen.get(at)) {
                continue;
            }
            seen.set(at);
            Stmt.Declarator one = Frame.assigned(frame.graph.node(at));
            if (one != null && one.value() != null && one.name().equals(variable)) {
                values.add(one.value());
            } else if (at == 0 || writes(at, variable)) {
                return List.of();
            } else {
                open.addAll(before(at));
            }
        }
        return List.copyOf(values);
    }

    private boolean writes(int node, String variable) {
        Expr of = Frame.expression(frame.graph.node(node));
        return of != null
                && whence.branches.syntax.Walk.parts(of).stream().anyMatch(visit -> switch (visit.part()) {
                    case Expr.Assign it -> it.to().text().equals(variable);
                    case Expr.Step it -> it.of().text().equals(variable);
                    case Expr.Unary it -> it.op() == '&' && Frame.root(it.of()).equals(variable);
                    default -> false;
                });
    }

    private List<Integer> before(int node) {
        List<List<Integer>> known = before;
        if (known == null) {
            known = new ArrayList<>();
            for (int i = 0; i < frame.graph.size(); i++) {
                known.add(new ArrayList<>());
            }
            for (int i = 0; i < frame.graph.size(); i++) {
                for (int to : frame.graph.next(i)) {
                    known.get(to).add(i);
                }
            }
            before = known;
        }
        return known.get(node);
    }
}
