package whence.branches.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.flow.Node;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;
import whence.branches.syntax.Walk;
import whence.branches.value.Arithmetic;
import whence.branches.value.CType;
import whence.branches.value.Truth;
import whence.branches.value.Value;

/// One node run on one state: where it can lead, and with what known.
final class Step {
    private final Run run;
    private final int node;
    private final State before;

    Step(Run run, int node, State before) {
        this.run = run;
        this.node = node;
        this.before = before;
    }

    void run(BiConsumer<Integer, State> lead) {
        Node what = run.frame.graph.node(node);
        int[] next = run.frame.graph.next(node);
        State state = passes(what) ? line(what) : null;
        if (state == null) {
            return;
        }
        Evaluator evaluator = new Evaluator(run, node, state);
        switch (what) {
            case Node.Join it -> all(next, state, lead);
            case Node.Guarded it -> all(next, state, lead);
            case Node.Choice it -> all(next, state, lead);
            case Node.Jump it -> all(next, run.committed(node, state), lead);
            case Node.Stop it -> {}
            case Node.Evaluate it -> {
                evaluator.eval(it.expression());
                all(next, evaluator.state, lead);
            }
            case Node.Declare it -> {
                Declaring.run(evaluator, it.declarator());
                all(next, evaluator.state, lead);
            }
            case Node.Branch it -> branch(it, evaluator, next, lead);
            case Node.Pick it -> pick(it, evaluator, next, lead);
            case Node.Configured it -> configured(it, state, next, lead);
            case Node.Return it -> giveBack(it, evaluator);
            case Node.Unknown it -> unknown(it, next, lead);
        }
    }

    private static void all(int[] next, @Nullable State state, BiConsumer<Integer, State> lead) {
        if (state != null) {
            for (int to : next) {
                lead.accept(to, state);
            }
        }
    }

    private static boolean runs(Node what) {
        return what instanceof Node.Evaluate
                || what instanceof Node.Branch
                || what instanceof Node.Return
                || what instanceof Node.Pick
                || what instanceof Node.Jump;
    }

    private boolean passes(Node what) {
        for (Evidence.Line line : run.depth == 0 && runs(what) ? run.evidence().lines() : List.<Evidence.Line>of()) {
            if (!line.ran() && line.line() == what.line()) {
                run.blocked(node, "line-ran", "line " + line.line() + " did not run", Set.of(line.premise()));
                return false;
            }
        }
        return true;
    }

    /// Marks a line that is known to have run.
    private State line(Node what) {
        List<Evidence.Line> lines = run.evidence().lines();
        long bits = 0;
        for (int i = 0; i < Math.min(lines.size(), 20) && run.depth == 0; i++) {
            bits |= lines.get(i).ran() && lines.get(i).line() == what.line() ? 1L << (40 + i) : 0;
        }
        return before.with(before.key().hits(bits));
    }

    private void branch(Node.Branch it, Evaluator evaluator, int[] next, BiConsumer<Integer, State> lead) {
        Value value = evaluator.eval(it.condition());
        State state = evaluator.state;
        if (state == null) {
            return;
        }
        for (int way = 0; way < 2; way++) {
            boolean truth = way == 0;
            State after = new Refinement(evaluator).assume(it.condition(), value, truth, state);
            if (after != null) {
                lead.accept(next[way], after);
            } else if (truth && dead(it.condition(), state)) {
                lead.accept(next[way], state);
            } else {
                run.cut(
                        node,
                        next[way],
                        rule(value),
                        it.condition().text() + " is " + (truth ? "false" : "true"),
                        value.because());
            }
        }
    }

    /// Whether a condition is false however the function is called, by macros of another configuration or machine.
    /// What stands behind it is an exit of the source all the same, until evidence is asked.
    private boolean dead(Expr condition, State state) {
        if (run.depth > 0
                || run.follows()
                || Walk.parts(condition).stream().noneMatch(each -> each.part() instanceof Expr.Call)) {
            return false;
        }
        State nothing = new State(Map.of(), Map.of(), state.key());
        return new Evaluator(run, node, nothing).eval(condition).truth() == Truth.FALSE;
    }

    /// A guard that only what a callee returned decides has a rule of its own.
    private String rule(Value value) {
        boolean given = !value.because().isEmpty()
                && value.because().stream()
                        .allMatch(premise -> run.evidence().gave().stream()
                                .anyMatch(one -> one.premise().equals(premise)));
        return given ? "callee-returned" : "guard";
    }

    private void pick(Node.Pick it, Evaluator evaluator, int[] next, BiConsumer<Integer, State> lead) {
        Value on = evaluator.eval(it.on());
        State state = evaluator.state;
        if (state == null) {
            return;
        }
        State rest = state;
        boolean open = true;
        for (int i = 0; i < it.arms().size(); i++) {
            Stmt.Case arm = it.arms().get(i);
            Truth here = matches(on, arm);
            if (here == Truth.FALSE) {
                run.cut(
                        node,
                        next[i],
                        rule(on),
                        it.on().text() + " is not " + arm.source().substring(5),
                        on.because());
                continue;
            }
            State inside = new Refinement(evaluator).arm(it.on(), arm, true, state);
            if (inside != null) {
                lead.accept(next[i], inside);
            }
            open &= here != Truth.TRUE;
            State outside = rest == null ? null : new Refinement(evaluator).arm(it.on(), arm, false, rest);
            rest = outside;
        }
        if (open && rest != null) {
            lead.accept(next[next.length - 1], rest);
        } else {
            run.cut(node, next[next.length - 1], rule(on), it.on().text() + " is one of the cases", on.because());
        }
    }

    private Truth matches(Value on, Stmt.Case arm) {
        Value low = run.constants(arm.from());
        if (arm.to() == null) {
            return Arithmetic.apply("==", on, low).truth();
        }
        Value high = run.constants(arm.to());
        Truth above = Arithmetic.apply(">=", on, low).truth();
        Truth below = Arithmetic.apply("<=", on, high).truth();
        if (above == Truth.FALSE || below == Truth.FALSE) {
            return Truth.FALSE;
        }
        return above == Truth.TRUE && below == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
    }

    private void configured(Node.Configured it, State state, int[] next, BiConsumer<Integer, State> lead) {
        boolean taken = false;
        for (int i = 0; i < next.length && !taken; i++) {
            String condition = it.conditions().get(i);
            Value value = condition.isEmpty() ? Value.of(CType.INT, 1) : Configured.condition(condition, run);
            if (value.truth() != Truth.FALSE) {
                lead.accept(next[i], state);
            } else {
                run.cut(node, next[i], "guard", "#if " + condition + " is false", value.because());
            }
            taken = value.truth() == Truth.TRUE;
        }
    }

    private void giveBack(Node.Return it, Evaluator evaluator) {
        Value value = it.value() == null ? Value.unknown(CType.UNKNOWN) : evaluator.eval(it.value());
        if (evaluator.state != null) {
            run.returned(node, evaluator.state, value);
        }
    }

    private void unknown(Node.Unknown it, int[] next, BiConsumer<Integer, State> lead) {
        run.met(it);
        State state =
                new State(Map.of(), Map.of(), before.key().hits(run.callees().any()));
        State.Key several = new State.Key(
                run.frame.tracked.stream().map(name -> Run.SEVERAL).toList(),
                before.key().commit(),
                state.key().hits());
        run.wroteMemory();
        all(next, state.with(several), lead);
    }
}
