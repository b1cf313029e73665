package whence.branches.run;

import whence.branches.frame.Fact;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;
import whence.branches.value.CType;
import whence.branches.value.Value;

/// Declarations when they are reached.
final class Declaring {
    private Declaring() {}

    static void run(Evaluator evaluator, Stmt.Declarator one) {
        Frame frame = evaluator.frame;
        Expr.Name name = new Expr.Name(one.name());
        Value value = Value.unknown(CType.UNKNOWN);
        if (one.value() != null) {
            value = evaluator.eval(one.value());
        }
        if (one.cleanedUp()) {
            evaluator.mayCall();
        }
        State now = evaluator.state;
        if (now == null || !frame.local(one.name())) {
            return;
        }
        State clean = now.without(fact -> fact.names().contains(one.name()));
        Expr how = one.value() == null ? null : one.value();
        evaluator.state = how == null || one.isStatic()
                ? clean
                : evaluator
                        .writes()
                        .defined(clean, one.name(), new Expr.Assign("", name, how, one.name() + " = " + how.text()));
        CType type = frame.typeOf(name);
        Value stored = value.stored(type, true);
        boolean known = one.value() != null
                && !(one.value() instanceof Expr.Braces)
                && type.known()
                && !stored.type().everything().within(stored.set());
        State after = evaluator.state;
        if (known && !one.isStatic() && !frame.ambiguous(one.name()) && after != null) {
            evaluator.state = after.with(Fact.of(name, stored, frame, false));
        }
    }
}
