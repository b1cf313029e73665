package whence.branches.run;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.flow.Node;
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
        if (end.value() == null) {
            return new Told(List.of(), Exit.Kind.CONSTANT, null, end.line());
        }
        return told(end.value(), end.value().text(), end.line(), key, 0);
    }

    /// The tracked variables on which the value of a return depends.
    Set<Integer> relevant(Node.Return end, State.Key key) {
        Set<Integer> found = new HashSet<>();
        Expr of = end.value();
        while (of != null) {
            String carried = Results.carried(of);
            int tracked = carried == null ? -1 : frame.tracked.indexOf(carried);
            if (tracked < 0 || !found.add(tracked)) {
                break;
            }
            Run.Def def = run.def(key.defs().get(tracked));
            of = def != null
                            && def.how() instanceof Expr.Assign assign
                            && assign.op().isEmpty()
                    ? assign.value()
                    : null;
        }
        return found;
    }

    private Told told(Expr of, String spelled, int line, State.Key key, int depth) {
        Expr bare = Results.bare(of);
        OptionalLong constant = run.constants(of).set().single();
        if (constant.isPresent() || run.constants(bare).set().single().isPresent() || errno(bare)) {
            return new Told(List.of(of.text()), Exit.Kind.CONSTANT, null, line);
        }
        if (bare instanceof Expr.Call call) {
            return called(call, spelled, line);
        }
        String carried = Results.carried(of);
        int tracked = carried == null ? -1 : frame.tracked.indexOf(carried);
        if (tracked < 0 && carried != null && frame.local(carried)) {
            return untracked(carried, spelled, line);
        }
        if (tracked < 0) {
            return new Told(List.of(spelled), Exit.Kind.COMPUTED, null, line);
        }
        return variable(of, spelled, line, key, tracked, depth);
    }

    private Told variable(Expr of, String spelled, int line, State.Key key, int tracked, int depth) {
        Run.Def def = run.def(key.defs().get(tracked));
        if (def != null && def.how() instanceof Expr.Call call) {
            return called(call, spelled, frame.graph().node(def.node()).line());
        }
        if (def == null
                || !(def.how() instanceof Expr.Assign assign)
                || !assign.op().isEmpty()
                || depth > 4) {
            return new Told(List.of(spelled), Exit.Kind.COMPUTED, null, line);
        }
        int at = frame.graph().node(def.node()).line();
        Told made = told(assign.value(), spelled, at, key, depth + 1);
        if (made.kind() == Exit.Kind.CONSTANT) {
            return new Told(List.of(carry(of, made.values().getFirst())), made.kind(), null, made.line());
        }
        return made;
    }

    /// A variable that only ever holds what one callee gave passes that on.
    private Told untracked(String variable, String spelled, int line) {
        Set<String> callees = new HashSet<>();
        for (Expr value : frame.valuesOf(variable)) {
            boolean plain = run.constants(value).set().single().isPresent();
            if (!plain) {
                callees.add(Results.bare(value) instanceof Expr.Call call ? call.name() : "");
            }
        }
        String only = callees.size() == 1 ? callees.iterator().next() : "";
        return only.isEmpty()
                ? new Told(List.of(spelled), Exit.Kind.COMPUTED, null, line)
                : new Told(List.of(spelled), Exit.Kind.PROPAGATED, only, line);
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

    /// `-EWHATEVER` of a source that comes without its headers.
    private static boolean errno(Expr of) {
        return of instanceof Expr.Unary it
                && it.op() == '-'
                && it.of() instanceof Expr.Name name
                && name.text().matches("E[A-Z0-9]{2,}");
    }
}
