package whence.branches.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.value.CType;
import whence.branches.value.Ints;
import whence.branches.value.Truth;
import whence.branches.value.Value;

/// Evaluates what evaluates only one of its sides: `&&`, `||` and `? :`.
final class Choosing {
    private final Evaluator evaluator;

    Choosing(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value logical(Expr.Logical it) {
        Value left = evaluator.eval(it.left());
        State before = evaluator.state;
        if (before == null) {
            return left;
        }
        State right = new Refinement(evaluator).assume(it.left(), left, it.and(), before);
        State skipped = new Refinement(evaluator).assume(it.left(), left, !it.and(), before);
        evaluator.state = right;
        Value other = right == null ? null : evaluator.eval(it.right());
        State evaluated = evaluator.state;
        evaluator.state = join(evaluated, skipped);
        if (other == null || evaluated == null) {
            return Value.truth(Truth.of(!it.and()), left.because());
        }
        Truth truth = other.truth();
        if (skipped == null) {
            return Value.truth(truth, Value.union(left.because(), other.because()));
        }
        boolean decided = truth == Truth.of(!it.and());
        return Value.truth(decided ? truth : Truth.UNKNOWN, decided ? other.because() : Set.of());
    }

    private @Nullable State join(@Nullable State a, @Nullable State b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (!a.key().defs().equals(b.key().defs())) {
            List<Integer> defs = new ArrayList<>();
            for (int i = 0; i < a.key().defs().size(); i++) {
                int def = a.key().defs().get(i);
                defs.add(def == b.key().defs().get(i) ? def : Run.SEVERAL);
            }
            a = a.with(
                    new State.Key(List.copyOf(defs), a.key().commit(), a.key().hits()));
        }
        return a.or(b, false);
    }

    Value cond(Expr.Cond it) {
        Value condition = evaluator.eval(it.condition());
        State before = evaluator.state;
        if (before == null) {
            return condition;
        }
        State yes = new Refinement(evaluator).assume(it.condition(), condition, true, before);
        State no = new Refinement(evaluator).assume(it.condition(), condition, false, before);
        evaluator.state = yes;
        Value left = yes == null
                ? null
                : it.yes() == null ? condition.limited(Ints.ALL.without(0)) : evaluator.eval(it.yes());
        State afterYes = evaluator.state;
        evaluator.state = no;
        Value right = no == null ? null : evaluator.eval(it.no());
        evaluator.state = join(afterYes, evaluator.state);
        CType other = Typing.of(left == null && it.yes() != null ? it.yes() : it.no(), evaluator);
        if (left == null || right == null) {
            Value only = left == null ? right : left;
            return only == null
                    ? Value.unknown(CType.UNKNOWN)
                    : converted(only, other).and(condition.because());
        }
        return converted(left, right.type()).or(converted(right, left.type()));
    }

    /// Both arms of `c ? a : b` have the type that C gives the two together, whichever is taken.
    private static Value converted(Value arm, CType other) {
        boolean pointer = arm.type().isPointer() || other.isPointer();
        if (pointer) {
            return arm;
        }
        CType common = CType.common(arm.type(), other);
        boolean plain = common.known() || arm.set().within(0, Integer.MAX_VALUE);
        return plain ? arm.as(common) : Value.unknown(CType.UNKNOWN);
    }
}
