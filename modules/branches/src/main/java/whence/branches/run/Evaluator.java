package whence.branches.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.frame.Fact;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;
import whence.branches.value.Arithmetic;
import whence.branches.value.CType;
import whence.branches.value.Ints;
import whence.branches.value.Layout;
import whence.branches.value.Value;

/// Evaluates one expression on one way through the function: gives its value, and moves [#state] to what is known
/// behind it.
final class Evaluator {
    final Frame frame;
    final Run run;
    final int node;
    private final Calls calls;
    private final Writes writes;
    private final Lvalues lvalues;
    private final Choosing choosing;
    private int depth;
    /// What is known now; null where the evaluation cannot have come here.
    @Nullable
    State state;

    Evaluator(Run run, int node, State state) {
        this.run = run;
        this.frame = run.frame;
        this.node = node;
        this.state = state;
        this.writes = new Writes(this);
        this.lvalues = new Lvalues(this);
        this.choosing = new Choosing(this);
        this.calls = new Calls(this, writes);
    }

    Lvalues lvalues() {
        return lvalues;
    }

    Writes writes() {
        return writes;
    }

    /// Any callee may run behind here, on every way out.
    void mayCall() {
        State now = state;
        if (now != null) {
            state = now.with(now.key().hits(run.callees().any()));
        }
    }

    Value eval(Expr of) {
        if (state == null || ++depth > 120) {
            return Value.unknown(CType.UNKNOWN);
        }
        try {
            Value known = remembered(of);
            return known != null ? known : fresh(of);
        } finally {
            depth--;
        }
    }

    private @Nullable Value remembered(Expr of) {
        State now = state;
        Fact fact = now == null || of instanceof Expr.Num ? null : now.facts().get(of.text());
        return fact == null ? null : fact.value();
    }

    private Value fresh(Expr of) {
        return switch (of) {
            case Expr.Num it -> run.constants(it);
            case Expr.Str it -> Value.pointer(CType.POINTER, new Value.Place(it.text(), 0), Set.of());
            case Expr.Name it -> name(it);
            case Expr.Unary it -> unary(it);
            case Expr.Step it -> step(it);
            case Expr.Binary it -> binary(it);
            case Expr.Logical it -> choosing.logical(it);
            case Expr.Assign it -> assign(it);
            case Expr.Cond it -> choosing.cond(it);
            case Expr.Call it -> calls.call(it);
            case Expr.Member it -> lvalues.member(it);
            case Expr.Index it -> lvalues.index(it);
            case Expr.Cast it -> eval(it.of()).stored(frame.types.of(it.type()), false);
            case Expr.SizeOf it -> size(it);
            case Expr.Statements it -> statements(it);
            case Expr.Braces it -> {
                it.parts().forEach(this::eval);
                yield Value.unknown(CType.UNKNOWN);
            }
            case Expr.TypeArgument it -> Value.unknown(CType.UNKNOWN);
            case Expr.StatementArgument it -> Value.unknown(CType.UNKNOWN);
            case Expr.Opaque it -> opaque(it);
        };
    }

    private Value opaque(Expr.Opaque it) {
        it.tokens().forEach(tok -> writes.variable(tok.text()));
        calls.anything();
        return Value.unknown(CType.UNKNOWN);
    }

    private Value name(Expr.Name it) {
        if (!frame.local(it.text())) {
            return run.constants(it);
        }
        CType type = frame.typeOf(it);
        if (type.sort() == CType.Sort.AGGREGATE && type.name().isArray()) {
            return Value.pointer(
                    new CType(
                            CType.Sort.POINTER, 64, false, type.name().pointee().pointer()),
                    new Value.Place(it.text(), 0),
                    Set.of());
        }
        if (type.isPointer() && frame.constant(it.text())) {
            Value.Place place = run.place(it.text());
            return new Value(type, Ints.ALL, place, Set.of());
        }
        return Value.unknown(type);
    }

    private Value unary(Expr.Unary it) {
        if (it.op() == '&') {
            Value.Place place = lvalues.place(it.of());
            CType of = frame.typeOf(it.of());
            CType type = new CType(CType.Sort.POINTER, 64, false, of.name().pointer());
            lvalues.reads(it.of());
            boolean local = place != null && frame.local(place.object());
            Ints set = local ? Ints.ALL.without(0) : Ints.ALL;
            return new Value(type, set, place, Set.of());
        }
        Value of = eval(it.of());
        return it.op() == '*' ? Value.unknown(frame.typeOf(it)) : Arithmetic.unary(it.op(), of);
    }

    private Value step(Expr.Step it) {
        Value before = eval(it.of());
        lvalues.reads(it.of());
        boolean plain = before.type().known() && !before.type().isPointer();
        Value after = plain
                ? Arithmetic.apply("+", before, Value.of(CType.INT, it.by())).as(before.type())
                : Value.unknown(before.type());
        writes.store(it.of(), after, it);
        return it.prefix() ? after : before;
    }

    private Value binary(Expr.Binary it) {
        Value left = eval(it.left());
        Value right = eval(it.right());
        return it.op().equals(",") ? right : Arithmetic.apply(it.op(), left, right);
    }

    private Value assign(Expr.Assign it) {
        Value value = it.value() instanceof Expr.Braces ? Value.unknown(CType.UNKNOWN) : eval(it.value());
        if (it.value() instanceof Expr.Braces braces) {
            eval(braces);
        }
        lvalues.reads(it.to());
        CType type = frame.typeOf(it.to());
        if (!it.op().isEmpty()) {
            value = Arithmetic.apply(it.op(), eval(it.to()), value);
        }
        Value stored = value.stored(type, it.to() instanceof Expr.Name);
        writes.store(it.to(), stored, it);
        return stored;
    }

    private Value size(Expr.SizeOf it) {
        whence.branches.syntax.TypeName type = it.type();
        if (type == null && it.of() != null) {
            type = typeName(it.of());
        }
        java.util.OptionalLong size = type == null ? java.util.OptionalLong.empty() : frame.types.size(type);
        return size.isPresent() ? Value.of(CType.UNSIGNED_LONG, size.getAsLong()) : Value.unknown(CType.UNSIGNED_LONG);
    }

    private whence.branches.syntax.@Nullable TypeName typeName(Expr of) {
        if (of instanceof Expr.Name name && frame.variable(name.text()) == null) {
            return frame.local(name.text())
                    ? null
                    : new whence.branches.syntax.TypeName(name.text(), 0, java.util.List.of());
        }
        if (of instanceof Expr.Member it) {
            Layout.Field field = frame.types.field(frame.typeOf(it.of()), it.name(), it.arrow());
            return field == null || field.type().base().isEmpty() ? null : field.type();
        }
        if (of instanceof Expr.Name name) {
            return frame.variable(name.text());
        }
        CType type = frame.typeOf(of);
        return type.sort() == CType.Sort.UNKNOWN ? null : type.name().base().isEmpty() ? null : type.name();
    }

    /// `({ … })` without jumps: plain statements run in order; anything more may do anything to what it names. So may
    /// one that declares a name which means another variable outside.
    private Value statements(Expr.Statements it) {
        if (it.block().statements().stream().anyMatch(this::hides)) {
            whence.branches.syntax.Walk.names(it.block().statements()).forEach(writes::variable);
            calls.anything();
            return Value.unknown(CType.UNKNOWN);
        }
        Value last = Value.unknown(CType.UNKNOWN);
        for (Stmt statement : it.block().statements()) {
            if (statement instanceof Stmt.Evaluate one) {
                last = eval(one.expression());
            } else if (statement instanceof Stmt.Declare several) {
                several.declarators().forEach(one -> run.declare(this, one));
            } else if (!(statement instanceof Stmt.Empty)) {
                whence.branches.syntax.Walk.names(java.util.List.of(statement)).forEach(writes::variable);
                calls.anything();
                last = Value.unknown(CType.UNKNOWN);
            }
        }
        return last;
    }

    private boolean hides(Stmt statement) {
        return statement instanceof Stmt.Declare several
                && several.declarators().stream().anyMatch(one -> frame.local(one.name()));
    }
}
