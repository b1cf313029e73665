package whence.branches.frame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Surroundings;
import whence.branches.flow.Graph;
import whence.branches.flow.Node;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Stmt;
import whence.branches.syntax.TypeName;
import whence.branches.syntax.Walk;
import whence.branches.value.CType;
import whence.branches.value.Layout;
import whence.branches.value.Types;

/// One reading of a function with what is true of it however it runs: its graph, its variables and their types.
public final class Frame {
    public final FunctionText function;
    public final Graph graph;
    public final Types types;
    public final Surroundings surroundings;
    public final Assignments assignments = new Assignments();
    /// The variables whose last assignment tells exits apart.
    public final List<String> tracked;
    /// Those of them through which an error is handed out beside what is returned: `*errp`.
    public final List<String> handedOut;
    public final Definitions definitions;
    private final Map<String, TypeName> variables = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Escapes escapes;
    private final Set<String> statics = new HashSet<>();

    public Frame(FunctionText function, Graph graph, Types types, Surroundings surroundings) {
        this.function = function;
        this.graph = graph;
        this.types = types;
        this.surroundings = surroundings;
        function.parameters().forEach(parameter -> variables.put(parameter.name(), parameter.type()));
        for (int i = 0; i < graph.size(); i++) {
            if (graph.node(i) instanceof Node.Declare it) {
                declare(it.declarator());
            }
        }
        this.escapes = new Escapes(this);
        this.handedOut = Tracked.handedOut(this);
        this.tracked = Tracked.in(this, handedOut);
        this.definitions = new Definitions(this);
    }

    public Graph graph() {
        return graph;
    }

    private final Map<String, Stmt.Declarator> declared = new HashMap<>();

    private void declare(Stmt.Declarator one) {
        Stmt.Declarator before = declared.put(one.name(), one);
        boolean other = before != null && before.line() != one.line();
        if (other || (before == null && variables.containsKey(one.name()))) {
            twice.add(one.name());
        }
        variables.put(one.name(), one.type());
        if (one.isStatic()) {
            statics.add(one.name());
        }
    }

    public boolean isArray(String name) {
        TypeName type = variables.get(name);
        return type != null && type.isArray();
    }

    /// Whether a call at a node could change a variable: it is none of this function's own, or its address was
    /// taken on some way to there.
    public boolean escaped(String name, int node) {
        if (!variables.containsKey(name) || statics.contains(name)) {
            return true;
        }
        return escapes.at(name, node);
    }

    /// The variable that an lvalue lies in or is reached through.
    public static String root(Expr of) {
        return switch (of) {
            case Expr.Name it -> it.text();
            case Expr.Member it -> root(it.of());
            case Expr.Index it -> root(it.of());
            case Expr.Unary it -> root(it.of());
            case Expr.Cast it -> root(it.of());
            default -> "";
        };
    }

    public boolean local(String name) {
        return variables.containsKey(name);
    }

    /// Whether a call could change a variable: it is none of this function's own, or its address is taken.
    public boolean exposed(String name) {
        return !variables.containsKey(name) || escapes.anywhere(name) || statics.contains(name);
    }

    /// Whether two variables of this name are in play, so that nothing is said about either.
    public boolean ambiguous(String name) {
        return twice.contains(name);
    }

    /// Whether a variable keeps the value it has on entry.
    public boolean constant(String name) {
        return variables.containsKey(name)
                && !escapes.written(name)
                && !twice.contains(name)
                && declared.get(name) == null;
    }

    /// Whether an expression reads nothing but constants and parameters that keep the value they have on entry.
    public boolean onEntry(Expr of) {
        boolean reads = false;
        for (Walk.Visit visit : Walk.parts(of)) {
            switch (visit.part()) {
                case Expr.Name it -> {
                    if (local(it.text()) && !constant(it.text())) {
                        return false;
                    }
                    reads |= local(it.text());
                }
                case Expr.Unary it
                when it.op() == '*' || it.op() == '&' -> {
                    return false;
                }
                case Expr.Call it -> {
                    return false;
                }
                case Expr.Member it -> {
                    return false;
                }
                case Expr.Index it -> {
                    return false;
                }
                case Expr.Opaque it -> {
                    return false;
                }
                default -> {}
            }
        }
        return reads;
    }

    @Nullable
    public TypeName variable(String name) {
        return twice.contains(name) ? null : variables.get(name);
    }

    public CType returns() {
        return types.of(function.returns());
    }

    /// The type of an lvalue; UNKNOWN where its declaration is not at hand.
    public CType typeOf(Expr of) {
        return switch (of) {
            case Expr.Name it -> {
                TypeName name = variable(it.text());
                yield name == null ? CType.UNKNOWN : types.of(name);
            }
            case Expr.Member it -> {
                Layout.Field field = types.field(typeOf(it.of()), it.name(), it.arrow());
                yield field == null ? CType.UNKNOWN : bits(types.of(field.type()), field.bits());
            }
            case Expr.Index it -> types.of(typeOf(it.of()).name().pointee());
            case Expr.Unary it
            when it.op() == '*' -> types.of(typeOf(it.of()).name().pointee());
            case Expr.Cast it -> types.of(it.type());
            default -> CType.UNKNOWN;
        };
    }

    private static CType bits(CType type, int bits) {
        return bits == 0 || !type.known() ? type : CType.integer(bits, type.signed());
    }

    /// The expression that a node evaluates; null for none.
    public static @Nullable Expr expression(Node node) {
        return switch (node) {
            case Node.Evaluate it -> it.expression();
            case Node.Declare it -> it.declarator().value();
            case Node.Branch it -> it.condition();
            case Node.Pick it -> it.on();
            case Node.Return it -> it.value();
            default -> null;
        };
    }

    /// The assignment that a node is; null where it is none.
    public static Stmt.@Nullable Declarator assigned(Node node) {
        return switch (node) {
            case Node.Evaluate it
            when it.expression() instanceof Expr.Assign assign && assign.op().isEmpty() ->
                new Stmt.Declarator(it.line(), assign.to().text(), TypeName.UNKNOWN, false, false, assign.value());
            case Node.Declare it when it.declarator().value() != null -> it.declarator();
            default -> null;
        };
    }

    /// Every value that is assigned to a variable by a statement of its own.
    public List<Expr> valuesOf(String name) {
        List<Expr> values = new java.util.ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            Stmt.Declarator one = assigned(graph.node(i));
            if (one != null && one.value() != null && one.name().equals(name)) {
                values.add(one.value());
            }
        }
        return values;
    }
}
