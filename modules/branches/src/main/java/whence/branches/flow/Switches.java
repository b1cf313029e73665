package whence.branches.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.branches.syntax.Stmt;

/// Draws switches: one node that picks, and a guard before what each label leads to.
final class Switches {
    private static final int NOWHERE = -1;

    private final GraphBuilder builder;

    Switches(GraphBuilder builder) {
        this.builder = builder;
    }

    /// Cases of the switch around a statement.
    static final class Arms {
        final List<Stmt.Case> cases = new ArrayList<>();
        final List<Integer> targets = new ArrayList<>();
        final Map<Integer, Integer> marks = new HashMap<>();
        int otherwise = NOWHERE;
    }

    int pick(Stmt.Switch it, int next, Scope scope) {
        Arms arms = new Arms();
        builder.statement(it.body(), next, scope.picking(next, arms));
        int[] to = new int[arms.targets.size() + 1];
        for (int i = 0; i < arms.targets.size(); i++) {
            to[i] = arms.targets.get(i);
        }
        int none = builder.add(new Node.Guarded(it.line(), "switch (" + it.on().text() + ")", false), next);
        to[to.length - 1] = arms.otherwise == NOWHERE ? none : arms.otherwise;
        return builder.hoisted(
                it.on(),
                it.line(),
                scope,
                plain -> builder.add(new Node.Pick(it.line(), plain, List.copyOf(arms.cases)), to));
    }

    /// Labels that stand together share one guard: none of them alone is needed to get there.
    int arm(Stmt.Case it, int next, Scope scope) {
        if (scope.arms() != null) {
            Arms arms = scope.arms();
            int mark = mark(arms, it.line(), it.source(), next);
            arms.cases.add(it);
            arms.targets.add(mark);
        }
        return next;
    }

    int otherwise(Stmt.Default it, int next, Scope scope) {
        if (scope.arms() != null) {
            scope.arms().otherwise = mark(scope.arms(), it.line(), "default", next);
        }
        return next;
    }

    private int mark(Arms arms, int line, String text, int next) {
        Integer shared = arms.marks.get(next);
        if (shared == null) {
            int mark = builder.add(new Node.Guarded(line, text, true), next);
            arms.marks.put(next, mark);
            return mark;
        }
        Node.Guarded old = (Node.Guarded) builder.graph().node(shared);
        builder.graph().replace(shared, new Node.Guarded(line, text + ": " + old.text(), true));
        return shared;
    }
}
