package whence.branches.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.frame.Fact;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Exprs;
import whence.branches.syntax.FunctionText;
import whence.branches.value.CType;
import whence.branches.value.Ints;
import whence.branches.value.Value;

/// Runs a callee whose source is at hand on what is known of its arguments. Small ones only, and not deeply: what
/// is not run may do anything.
final class Nested {
    private static final int DEEPEST = 3;
    private static final int LARGEST_BODY = 700;
    private static final int MOST_DEFINITIONS = 3;

    private final Run run;

    Nested(Run run) {
        this.run = run;
    }

    /// @param quiet whether the callee wrote no memory
    record Answer(Value value, boolean quiet) {}

    /// What the call gives; null where the callee is not run. Moves the evaluator's state.
    @Nullable
    Answer call(Expr.Call it, List<Value> arguments, List<FunctionText> definitions, Evaluator evaluator) {
        if (definitions.isEmpty()
                || definitions.size() > MOST_DEFINITIONS
                || run.depth >= DEEPEST
                || run.spent()
                || !run.follows()) {
            return null;
        }
        if (run.frame.surroundings.definedElsewhere(it.name())) {
            return null;
        }
        if (!definitions.stream().allMatch(each -> fits(each, arguments.size()))) {
            return null;
        }
        State before = evaluator.state;
        Value value = null;
        State after = null;
        boolean quiet = true;
        for (FunctionText definition : definitions) {
            Inside inside = run(it, arguments, definition, before, evaluator);
            if (inside == null) {
                return null;
            }
            if (inside.value() != null) {
                value = value == null ? inside.value() : value.or(inside.value());
                State behind = before == null ? null : before.with(before.key().hits(inside.hits()));
                after = after == null || behind == null
                        ? behind
                        : after.with(after.key().hits(inside.hits()));
            }
            quiet &= inside.quiet();
        }
        evaluator.state = after;
        if (value == null) {
            return new Answer(Value.unknown(CType.UNKNOWN), true);
        }
        Set<String> handed = evaluator.writes().roots(it);
        if (quiet) {
            evaluator.writes().handed(handed, it);
        } else {
            evaluator.writes().opaqueCall(handed, it);
        }
        return new Answer(value, quiet);
    }

    private boolean fits(FunctionText definition, int arguments) {
        boolean shallow = definition.isStatic() || definition.isInline();
        return shallow
                && definition.parameters().size() == arguments
                && definition.body().size() <= LARGEST_BODY
                && run.bodies.stream().noneMatch(name -> name.equals(definition.name()));
    }

    /// @param value null where no way leads back out
    private record Inside(@Nullable Value value, boolean quiet, long hits) {}

    private @Nullable Inside run(
            Expr.Call it, List<Value> arguments, FunctionText definition, @Nullable State before, Evaluator evaluator) {
        Value value = null;
        boolean quiet = true;
        long hits = 0;
        for (Frame frame : run.frames.of(definition)) {
            Run inner = new Run(frame, run, definition);
            State start = passed(it, arguments, definition, frame, before, inner);
            if (!inner.go(start)) {
                return null;
            }
            for (Run.Outcome outcome : inner.outcomes()) {
                Value given = outcome.value().as(frame.returns());
                value = value == null ? given : value.or(given);
                hits |= outcome.state().key().hits();
            }
            quiet &= !inner.wrote();
            if (inner.metUnknown()) {
                value = Value.unknown(frame.returns());
                quiet = false;
                hits |= inner.callees().any();
            }
        }
        if (value == null && quiet) {
            run.blocked(
                    evaluator.node,
                    "must-call",
                    it.text() + " cannot have come back",
                    run.callees().notRun());
        }
        return new Inside(value, quiet, hits);
    }

    /// What the caller knows in the callee's words.
    private State passed(
            Expr.Call it,
            List<Value> arguments,
            FunctionText definition,
            Frame frame,
            @Nullable State before,
            Run inner) {
        State start = new State(
                Map.of(),
                Map.of(),
                inner.emptyKey(before == null ? 0 : before.key().hits()));
        for (int i = 0; i < arguments.size(); i++) {
            FunctionText.Parameter parameter = definition.parameters().get(i);
            if (parameter.name().isEmpty()) {
                continue;
            }
            Value value = arguments.get(i).stored(frame.types.of(parameter.type()), true);
            if (value.place() != null) {
                inner.place(
                        parameter.name(),
                        new Value.Place(
                                "^" + value.place().object(), value.place().offset()));
            }
            boolean known = !value.type().everything().within(value.set());
            Expr.Name name = new Expr.Name(parameter.name());
            if (known && value.place() == null && !frame.ambiguous(parameter.name())) {
                start = start.with(Fact.of(name, value, frame, false));
            }
            start = renamed(it.arguments().get(i), name, frame, before, start);
        }
        if (before != null) {
            Map<String, Evidence.Memory> memories = new HashMap<>();
            before.memories().forEach((object, memory) -> memories.put("^" + object, memory));
            start = new State(start.facts(), memories, start.key());
        }
        return start;
    }

    /// `attr->x` of the caller is `uattr->x` of a callee that is handed `attr` as `uattr`.
    private static State renamed(Expr argument, Expr.Name name, Frame frame, @Nullable State before, State start) {
        if (before == null || frame.ambiguous(name.text())) {
            return start;
        }
        State more = start;
        for (Fact fact : before.facts().values()) {
            Expr moved = moved(fact.expression(), argument, name);
            if (moved != null
                    && !moved.text().equals(name.text())
                    && !fact.value().set().equals(Ints.ALL)) {
                more = more.with(Fact.of(moved, fact.value(), frame, fact.stable()));
            }
        }
        return more;
    }

    private static @Nullable Expr moved(Expr of, Expr argument, Expr.Name name) {
        if (of.text().equals(argument.text())) {
            return name;
        }
        if (!(of instanceof Expr.Member member)) {
            return null;
        }
        boolean object = argument instanceof Expr.Unary it
                && it.op() == '&'
                && it.of().text().equals(member.of().text());
        if (object && !member.arrow()) {
            return Exprs.member(name, member.name(), true);
        }
        Expr base = moved(member.of(), argument, name);
        return base == null ? null : Exprs.member(base, member.name(), member.arrow());
    }
}
