package whence.branches.run;

import org.jspecify.annotations.Nullable;
import whence.branches.frame.Fact;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Walk;
import whence.branches.value.CType;
import whence.branches.value.Ints;
import whence.branches.value.Truth;
import whence.branches.value.Value;

/// What a condition that came out one way says about the things in it.
final class Refinement {
    private static final Ints ERRORS = Ints.range(-4095, -1);
    private final Evaluator evaluator;

    Refinement(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// The state in which an evaluated condition is true or false; null where it cannot be.
    @Nullable
    State assume(Expr condition, Value value, boolean truth, State state) {
        if (value.truth() == Truth.of(!truth)) {
            return null;
        }
        if (value.truth() != Truth.UNKNOWN) {
            return state;
        }
        return narrow(condition, truth, state);
    }

    /// The state in which a `case` is taken, or is not; null where that cannot be.
    @Nullable
    State arm(Expr on, whence.branches.syntax.Stmt.Case arm, boolean taken, State state) {
        if (arm.to() == null) {
            return place(on) ? against(on, "==", arm.from(), taken, state) : state;
        }
        State low = taken && place(on) ? against(on, ">=", arm.from(), true, state) : state;
        return taken && low != null && place(on) ? against(on, "<=", arm.to(), true, low) : low;
    }

    private @Nullable State narrow(Expr of, boolean truth, State state) {
        Ints only = truth ? Ints.ALL.without(0) : Ints.of(0);
        return switch (of) {
            case Expr.Assign it when it.op().isEmpty() -> limit(it.to(), only, state);
            case Expr.Binary it when it.op().equals(",") -> narrow(it.right(), truth, state);
            case Expr.Binary it -> binary(it, truth, state);
            case Expr.Unary it when it.op() == '!' -> narrow(it.of(), !truth, state);
            case Expr.Logical it
            when it.and() == truth -> {
                State left = narrow(it.left(), truth, state);
                yield left == null ? null : narrow(it.right(), truth, left);
            }
            case Expr.Call it when it.arguments().size() == 1 -> call(it, truth, state);
            case Expr.Cond it -> state;
            default -> limit(of, only, state);
        };
    }

    private @Nullable State call(Expr.Call it, boolean truth, State state) {
        Expr argument = it.arguments().getFirst();
        return switch (it.name()) {
            case "likely", "unlikely" -> narrow(argument, truth, state);
            case "IS_ERR", "IS_ERR_VALUE" ->
                limit(
                        argument,
                        truth ? ERRORS : Ints.range(Long.MIN_VALUE, -4096).or(Ints.range(0, Long.MAX_VALUE)),
                        state);
            case "IS_ERR_OR_NULL" ->
                limit(
                        argument,
                        truth
                                ? ERRORS.or(Ints.of(0))
                                : Ints.range(Long.MIN_VALUE, -4096).or(Ints.range(1, Long.MAX_VALUE)),
                        state);
            default -> state;
        };
    }

    private @Nullable State binary(Expr.Binary it, boolean truth, State state) {
        State left = against(it.left(), it.op(), it.right(), truth, state);
        return left == null ? null : against(it.right(), mirrored(it.op()), it.left(), truth, left);
    }

    private static String mirrored(String op) {
        return switch (op) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> op;
        };
    }

    private @Nullable State against(Expr side, String op, Expr other, boolean truth, State state) {
        if (!place(side)) {
            return whole(side, op, other, truth, state);
        }
        Value bound = quiet(other, state);
        Value value = quiet(side, state);
        Ints allowed = bound == null || value == null ? null : allowed(op, truth, value, bound);
        return allowed == null ? state : limit(side, allowed, state);
    }

    /// `(x & MASK) == 0` says nothing about `x` but something about the expression itself.
    private @Nullable State whole(Expr side, String op, Expr other, boolean truth, State state) {
        boolean assigned = side instanceof Expr.Assign it && it.op().isEmpty();
        if (!assigned && !(side instanceof Expr.Binary mask && mask.op().equals("&"))) {
            return state;
        }
        Expr target = side instanceof Expr.Assign it && assigned ? it.to() : side;
        Value bound = quiet(other, state);
        Value value = quiet(target, state);
        Ints allowed = bound == null || value == null ? null : allowed(op, truth, value, bound);
        return allowed == null ? state : limit(target, allowed, state);
    }

    private @Nullable Value quiet(Expr of, State state) {
        if (!harmless(of)) {
            return null;
        }
        return new Evaluator(evaluator.run, evaluator.node, state).eval(of);
    }

    private static boolean harmless(Expr of) {
        return Walk.parts(of).stream()
                .noneMatch(visit -> visit.part() instanceof Expr.Call
                        || visit.part() instanceof Expr.Assign
                        || visit.part() instanceof Expr.Step
                        || visit.part() instanceof Expr.Statements
                        || visit.part() instanceof Expr.Opaque);
    }

    /// The values of one side for which the comparison comes out as it did; null where C's conversions blur that.
    private static @Nullable Ints allowed(String op, boolean truth, Value value, Value bound) {
        java.util.OptionalLong single = bound.set().single();
        boolean equality = op.equals("==") || op.equals("!=");
        boolean equal = op.equals("==") == truth;
        CType type = value.type();
        if (equality && single.isPresent()) {
            long constant = single.getAsLong();
            boolean plain = constant >= 0 && constant <= Integer.MAX_VALUE;
            if (!plain && !(type.known() && bound.type().known() && same(type, bound.type(), value, bound))) {
                return null;
            }
            return equal ? Ints.of(constant) : Ints.ALL.without(constant);
        }
        Ints low = unsignedBelow(op, truth, type, bound);
        if (low != null) {
            return low;
        }
        if (!type.known()
                || !bound.type().known()
                || bound.set().isEmpty()
                || type.isPointer()
                || !same(type, bound.type(), value, bound)) {
            return null;
        }
        return switch (op) {
            case "<" ->
                truth ? below(bound.set().max()) : Ints.range(bound.set().min(), Long.MAX_VALUE);
            case "<=" ->
                truth
                        ? Ints.range(Long.MIN_VALUE, bound.set().max())
                        : above(bound.set().min());
            case ">" ->
                truth
                        ? above(bound.set().min())
                        : Ints.range(Long.MIN_VALUE, bound.set().max());
            case ">=" ->
                truth
                        ? Ints.range(bound.set().min(), Long.MAX_VALUE)
                        : below(bound.set().max());
            case "==" -> truth ? bound.set() : null;
            case "!=" -> truth ? null : bound.set();
            default -> null;
        };
    }

    /// Below a small bound in unsigned 64-bit arithmetic: not negative either, whatever the type.
    private static @Nullable Ints unsignedBelow(String op, boolean truth, CType type, Value bound) {
        boolean wide = (type.bits() == 64 && !type.signed())
                || (bound.type().bits() == 64 && !bound.type().signed());
        boolean known = type.known() && bound.type().known() && !bound.set().isEmpty();
        if (!known || !wide || bound.set().min() < 0) {
            return null;
        }
        return switch (op) {
            case "<" -> truth ? Ints.range(0, bound.set().max() - 1) : null;
            case "<=" -> truth ? Ints.range(0, bound.set().max()) : null;
            case ">" -> truth ? null : Ints.range(0, bound.set().max());
            case ">=" -> truth ? null : Ints.range(0, bound.set().max() - 1);
            default -> null;
        };
    }

    private static Ints below(long limit) {
        return limit == Long.MIN_VALUE ? Ints.NONE : Ints.range(Long.MIN_VALUE, limit - 1);
    }

    private static Ints above(long limit) {
        return limit == Long.MAX_VALUE ? Ints.NONE : Ints.range(limit + 1, Long.MAX_VALUE);
    }

    /// Whether the comparison C makes is the comparison of the two values as numbers.
    private static boolean same(CType left, CType right, Value a, Value b) {
        boolean wide = (left.bits() == 64 && !left.signed()) || (right.bits() == 64 && !right.signed());
        boolean bothPositive = !a.set().isEmpty()
                && !b.set().isEmpty()
                && a.set().min() >= 0
                && b.set().min() >= 0;
        if (bothPositive && !wide) {
            return true;
        }
        if (wide) {
            return bothPositive && left.bits() <= 64;
        }
        boolean leftFits = left.bits() < 32 || left.signed() || (right.bits() > left.bits() && right.signed());
        boolean rightFits = right.bits() < 32 || right.signed() || (left.bits() > right.bits() && left.signed());
        return leftFits && rightFits;
    }

    private static boolean place(Expr of) {
        return switch (of) {
            case Expr.Name it -> true;
            case Expr.Member it -> place(it.of());
            case Expr.Index it -> place(it.of()) && (place(it.at()) || it.at() instanceof Expr.Num);
            case Expr.Unary it -> it.op() == '*' && place(it.of());
            default -> false;
        };
    }

    /// Keeps only these values of an expression.
    private @Nullable State limit(Expr of, Ints only, State state) {
        if (!harmless(of)) {
            return state;
        }
        Frame frame = evaluator.frame;
        Fact fact = state.facts().get(of.text());
        Value now = fact != null ? fact.value() : quiet(of, state);
        if (now == null) {
            return state;
        }
        Value then = now.limited(only);
        if (then.set().isEmpty()) {
            return null;
        }
        Fact fresh = fact != null ? fact.with(then) : Fact.of(of, then, frame, false);
        boolean sayable = fresh.names().stream().noneMatch(frame::ambiguous)
                && fresh.names().stream().anyMatch(frame::local);
        boolean news = !then.set().equals(now.set()) || fact == null;
        boolean useful = !then.type().everything().within(then.set());
        return sayable && news && useful ? state.with(fresh) : state;
    }
}
