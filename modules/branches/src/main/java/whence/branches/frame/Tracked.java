package whence.branches.frame;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.flow.Node;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Stmt;
import whence.branches.syntax.Walk;

/// Chooses the variables whose last assignment tells the exits of a function apart.
public final class Tracked {
    private static final int MOST = 5;
    private static final int MOST_SOURCES = 2;

    private final Frame frame;
    private final Set<String> found = new LinkedHashSet<>();

    private Tracked(Frame frame) {
        this.frame = frame;
    }

    /// Variables that are returned or handed out, alone or wrapped, and those they are copied from where few
    /// assignments tell those apart.
    public static List<String> in(Frame frame, List<String> handedOut) {
        return new Tracked(frame).all(handedOut);
    }

    private List<String> all(List<String> handedOut) {
        for (Node node : frame.graph.nodes()) {
            if (node instanceof Node.Return it && it.value() != null) {
                add(Results.carried(it.value()), Integer.MAX_VALUE);
            }
        }
        found.addAll(handedOut);
        for (String lvalue : handedOut) {
            frame.valuesOf(lvalue).forEach(value -> add(Results.carried(value), Integer.MAX_VALUE));
        }
        for (int round = 0; round < 2; round++) {
            frame.graph.nodes().forEach(this::copies);
        }
        return List.copyOf(found);
    }

    private void copies(Node node) {
        Stmt.Declarator one = Frame.assigned(node);
        if (one != null && one.value() != null && found.contains(one.name())) {
            add(Results.carried(one.value()), MOST_SOURCES);
        }
    }

    private void add(@Nullable String name, int most) {
        if (name != null
                && found.size() < MOST
                && frame.local(name)
                && (most == Integer.MAX_VALUE || frame.valuesOf(name).size() <= most)) {
            found.add(name);
        }
    }

    /// What lies behind parameters through which the function hands out an error: `*errp` where the body says
    /// `*errp = -EINVAL`, or hands out a variable that holds such a number somewhere, or writes through a pointer
    /// that is named for errors, or hands that on.
    public static List<String> handedOut(Frame frame) {
        Set<String> lvalues = new LinkedHashSet<>();
        for (FunctionText.Parameter each : frame.function.parameters()) {
            String lvalue = "*" + each.name();
            boolean plain = each.type().pointers() == 1 && !frame.ambiguous(each.name()) && !moved(frame, each.name());
            boolean error = frame.valuesOf(lvalue).stream().anyMatch(value -> errno(frame, value))
                    || (each.name().contains("err")
                            && (handedOn(frame, each.name())
                                    || !frame.valuesOf(lvalue).isEmpty()));
            if (plain && error && lvalues.size() < 2) {
                lvalues.add(lvalue);
            }
        }
        return List.copyOf(lvalues);
    }

    private static boolean handedOn(Frame frame, String pointer) {
        return frame.graph.nodes().stream()
                .map(Frame::expression)
                .filter(java.util.Objects::nonNull)
                .flatMap(of -> Walk.parts(of).stream())
                .anyMatch(visit -> visit.part() instanceof Expr.Call it
                        && it.arguments().stream().anyMatch(each -> each.text().equals(pointer)));
    }

    private static boolean errno(Frame frame, Expr value) {
        String carried = Results.carried(value);
        return Results.errno(Results.bare(value))
                || (carried != null
                        && frame.valuesOf(carried).stream().anyMatch(each -> Results.errno(Results.bare(each))));
    }

    /// Whether the pointer itself is made to point elsewhere.
    private static boolean moved(Frame frame, String pointer) {
        for (Node node : frame.graph.nodes()) {
            Expr of = Frame.expression(node);
            for (Walk.Visit visit : of == null ? List.<Walk.Visit>of() : Walk.parts(of)) {
                boolean moves = (visit.part() instanceof Expr.Assign it
                                && it.to().text().equals(pointer))
                        || (visit.part() instanceof Expr.Step step
                                && step.of().text().equals(pointer))
                        || (visit.part() instanceof Expr.Unary it
                                && it.op() == '&'
                                && it.of().text().equals(pointer));
                if (moves) {
                    return true;
                }
            }
        }
        return false;
    }
}
