package whence.branches.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.frame.Fact;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.value.Premise;
import whence.branches.value.Value;
import whence.evidence.Grade;

/// What a write, an escape or a call makes unknown.
final class Writes {
    private static final Premise ALONE = new Premise(
            "nobody else writes what an error is handed out through before the function returns",
            Grade.ASSUMED,
            List.of());

    private final Evaluator evaluator;

    Writes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// Stores into an lvalue: forgets what it may change, then remembers what was stored.
    void store(Expr to, Value value, Expr how) {
        State now = evaluator.state;
        if (now == null) {
            return;
        }
        Frame frame = evaluator.frame;
        String root = Frame.root(to);
        boolean own = inVariable(to) && frame.local(root);
        if (own && !frame.escaped(root, evaluator.node)) {
            evaluator.state = now.without(fact -> fact.names().contains(root));
        } else {
            memory(root);
            State rest = evaluator.state;
            evaluator.state = rest == null || !own
                    ? rest
                    : rest.without(fact -> fact.names().contains(root));
        }
        State after = evaluator.state;
        if (after == null) {
            return;
        }
        boolean handedOut = frame.handedOut.contains(to.text());
        if ((to instanceof Expr.Name && own) || handedOut) {
            after = defined(after, to.text(), how);
        }
        boolean rememberable = !frame.ambiguous(root)
                && frame.local(root)
                && !value.type().everything().within(value.set());
        Fact fact = Fact.of(to, handedOut ? value.and(Set.of(ALONE)) : value, frame, handedOut);
        boolean moved = fact.names().stream()
                .anyMatch(name -> name.equals(root) && !inVariable(to) && how instanceof Expr.Step);
        evaluator.state = rememberable && !moved && pure(to) ? after.with(fact) : after;
    }

    private static boolean pure(Expr to) {
        return whence.branches.syntax.Walk.parts(to).stream()
                .noneMatch(visit -> visit.part() instanceof Expr.Call
                        || visit.part() instanceof Expr.Step
                        || visit.part() instanceof Expr.Assign);
    }

    /// Whether an lvalue lies in its variable, not behind a pointer.
    private static boolean inVariable(Expr to) {
        return switch (to) {
            case Expr.Name it -> true;
            case Expr.Member it -> !it.arrow() && inVariable(it.of());
            default -> false;
        };
    }

    State defined(State now, String variable, Expr how) {
        int tracked = evaluator.frame.tracked.indexOf(variable);
        return tracked < 0 ? now : now.with(now.key().def(tracked, evaluator.run.def(evaluator.node, variable, how)));
    }

    /// Memory was written through something reached from `root`.
    void memory(String root) {
        State now = evaluator.state;
        if (now == null) {
            return;
        }
        evaluator.run.wroteMemory();
        Frame frame = evaluator.frame;
        int node = evaluator.node;
        State after = now.without(fact -> fact.changedByCallAt(node, frame)
                && (!fact.stable() || fact.names().contains(root)));
        evaluator.state = after.forgetting(memory -> !memory.user());
    }

    /// A variable got a value that nobody knows.
    void variable(String name) {
        State now = evaluator.state;
        if (now == null || !evaluator.frame.local(name)) {
            return;
        }
        State after = now.without(fact -> fact.names().contains(name));
        for (String each : List.of(name, "*" + name)) {
            int tracked = evaluator.frame.tracked.indexOf(each);
            after = tracked < 0 ? after : after.with(after.key().def(tracked, Run.SEVERAL));
        }
        evaluator.state = after;
    }

    /// A call whose inside is not known ran.
    ///
    /// @param handed roots of what it was handed by address
    /// @param call what was called; null where that is not known
    void opaqueCall(Set<String> handed, @Nullable Expr call) {
        State now = evaluator.state;
        if (now == null) {
            return;
        }
        evaluator.run.wroteMemory();
        Frame frame = evaluator.frame;
        int node = evaluator.node;
        State after = now.without(fact -> fact.changedByCallAt(node, frame)
                && (!fact.stable() || fact.names().stream().anyMatch(handed::contains)));
        evaluator.state = after.forgetting(memory -> !memory.user());
        handed(handed, call);
    }

    /// A call may have set what it was handed by address: whatever is known of its inside, the exits behind it are
    /// those of a call that did.
    void handed(Set<String> handed, @Nullable Expr call) {
        for (String name : handed) {
            if (evaluator.frame.escaped(name, evaluator.node)) {
                set(name, call);
            }
            set("*" + name, call);
        }
    }

    private void set(String lvalue, @Nullable Expr call) {
        int tracked = evaluator.frame.tracked.indexOf(lvalue);
        State now = evaluator.state;
        if (tracked >= 0 && now != null) {
            int def = call == null ? Run.SEVERAL : evaluator.run.def(evaluator.node, lvalue, call);
            evaluator.state = now.with(now.key().def(tracked, def));
        }
    }

    /// Roots of what a call is handed by address or pointer.
    Set<String> roots(Expr.Call it) {
        Set<String> roots = new HashSet<>();
        for (Expr argument : it.arguments()) {
            String root = Frame.root(argument);
            if (!root.isEmpty()
                    && !(argument instanceof Expr.Member member
                            && !evaluator.frame.typeOf(member).isPointer()
                            && evaluator.frame.typeOf(member).known())) {
                roots.add(root);
            }
        }
        return roots;
    }
}
