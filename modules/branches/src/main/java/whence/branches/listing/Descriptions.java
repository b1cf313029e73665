package whence.branches.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.flow.Node;
import whence.branches.frame.Assignments;
import whence.branches.frame.Frame;
import whence.branches.frame.Results;
import whence.branches.frame.State;
import whence.branches.run.Run;
import whence.branches.syntax.Expr;

/// What an exit gives, in the words of the source.
final class Descriptions {
    private final Frame frame;
    private final Run run;

    Descriptions(Frame frame, Run run) {
        this.frame = frame;
        this.run = run;
    }

    /// @param line where the value was made
    record Told(
            List<String> values, Exit.Kind kind, @Nullable String callee, int line) {}

    Told of(Node.Return end, State.Key key) {
        Told told = end.value() == null
                ? new Told(List.of(), Exit.Kind.CONSTANT, null, end.line())
                : told(end.value(), end.value().text(), new At(end.line(), -1), key, 0);
        for (String lvalue : frame.handedOut) {
            Assignments.Def def = run.def(key.defs().get(frame.tracked.indexOf(lvalue)));
            told = def == null ? told : beside(told, lvalue, handed(def, lvalue, key));
        }
        return told;
    }

    private Told handed(Assignments.Def def, String lvalue, State.Key key) {
        At at = new At(frame.graph().node(def.node()).line(), def.node());
        return switch (def.how()) {
            case Expr.Assign it
            when it.op().isEmpty() -> told(it.value(), it.value().text(), at, key, 1);
            case Expr.Call it -> called(it, it.text(), at.line());
            case null, default -> new Told(List.of(lvalue), Exit.Kind.COMPUTED, null, at.line());
        };
    }

    /// `NULL` and `*errp = -EINVAL` are one exit: the error says more about it than the pointer.
    private static Told beside(Told told, String lvalue, Told handed) {
        List<String> values = new ArrayList<>(told.values());
        values.add(lvalue + " = " + handed.values().getFirst());
        boolean error = handed.kind() == Exit.Kind.CONSTANT
                && !handed.values().getFirst().equals("0");
        boolean passed = handed.kind() == Exit.Kind.PROPAGATED && told.kind() == Exit.Kind.CONSTANT;
        return error || passed
                ? new Told(List.copyOf(values), handed.kind(), handed.callee(), handed.line())
                : new Told(List.copyOf(values), told.kind(), told.callee(), told.line());
    }

    /// The tracked variables on which the value of a return, or what it hands out, depends.
    Set<Integer> relevant(Node.Return end, State.Key key) {
        Set<Integer> found = new HashSet<>();
        follow(end.value(), key, found);
        for (String lvalue : frame.handedOut) {
            int tracked = frame.tracked.indexOf(lvalue);
            found.add(tracked);
            follow(assigned(key.defs().get(tracked)), key, found);
        }
        return found;
    }

    private void follow(@Nullable Expr start, State.Key key, Set<Integer> found) {
        Expr of = start;
        while (of != null) {
            String carried = Results.carried(of);
            int tracked = carried == null ? -1 : frame.tracked.indexOf(carried);
            if (tracked < 0 || !found.add(tracked)) {
                return;
            }
            of = assigned(key.defs().get(tracked));
        }
    }

    private @Nullable Expr assigned(int number) {
        Assignments.Def def = run.def(number);
        return def != null && def.how() instanceof Expr.Assign it && it.op().isEmpty() ? it.value() : null;
    }

    /// @param node the assignment; -1 for the return itself
    private record At(int line, int node) {}

    private Told told(Expr of, String spelled, At at, State.Key key, int depth) {
        Expr bare = Results.bare(of);
        OptionalLong constant = run.constants(of).set().single();
        if (constant.isPresent() || run.constants(bare).set().single().isPresent() || Results.errno(bare)) {
            return new Told(List.of(of.text()), Exit.Kind.CONSTANT, null, at.line());
        }
        if (bare instanceof Expr.Call call) {
            return called(call, spelled, at.line());
        }
        String carried = Results.carried(of);
        int tracked = carried == null ? -1 : frame.tracked.indexOf(carried);
        if (tracked < 0 && carried != null && frame.local(carried)) {
            return untracked(carried, spelled, at);
        }
        if (tracked < 0) {
            return new Told(List.of(spelled), Exit.Kind.COMPUTED, null, at.line());
        }
        return variable(of, spelled, at, key, tracked, depth);
    }

    private Told variable(Expr of, String spelled, At here, State.Key key, int tracked, int depth) {
        Assignments.Def def = run.def(key.defs().get(tracked));
        if (def != null && def.how() instanceof Expr.Call call) {
            return called(call, spelled, frame.graph().node(def.node()).line());
        }
        if (def == null
                || !(def.how() instanceof Expr.Assign assign)
                || !assign.op().isEmpty()
                || depth > 4) {
            return new Told(List.of(spelled), Exit.Kind.COMPUTED, null, here.line());
        }
        At at = new At(frame.graph().node(def.node()).line(), def.node());
        Told made = told(assign.value(), spelled, at, key, depth + 1);
        if (made.kind() == Exit.Kind.CONSTANT) {
            return new Told(List.of(carry(of, made.values().getFirst())), made.kind(), null, made.line());
        }
        return made;
    }

    /// A variable that only ever holds what one callee gave passes that on.
    private Told untracked(String variable, String spelled, At at) {
        Set<String> callees = new HashSet<>();
        List<Expr> last = at.node() < 0 ? List.of() : frame.definitions.reaching(variable, at.node());
        for (Expr value : last.isEmpty() ? frame.valuesOf(variable) : last) {
            boolean plain = run.constants(value).set().single().isPresent();
            if (!plain) {
                callees.add(Results.bare(value) instanceof Expr.Call call ? call.name() : "");
            }
        }
        String only = callees.size() == 1 ? callees.iterator().next() : "";
        return only.isEmpty()
                ? new Told(List.of(spelled), Exit.Kind.COMPUTED, null, at.line())
                : new Told(List.of(spelled), Exit.Kind.PROPAGATED, only, at.line());
    }

    /// `ERR_PTR(err)` with `err = -ENOMEM` gives `ERR_PTR(-ENOMEM)`.
    private static String carry(Expr of, String value) {
        return switch (of) {
            case Expr.Call it -> it.name() + "(" + carry(it.arguments().getFirst(), value) + ")";
            case Expr.Unary it when it.op() == '-' -> value.startsWith("-") ? value.substring(1) : "-" + value;
            default -> value;
        };
    }

    private Told called(Expr.Call call, String spelled, int line) {
        if (call.name().isEmpty() || frame.local(call.name())) {
            return new Told(
                    List.of(spelled), Exit.Kind.PROPAGATED, call.function().text(), line);
        }
        return new Told(List.of(spelled), Exit.Kind.PROPAGATED, call.name(), line);
    }
}
