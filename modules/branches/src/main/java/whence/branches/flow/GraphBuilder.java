package whence.branches.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Surroundings;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;

/// Makes the graph of a body from its end to its beginning: every step is told what runs behind it.
public final class GraphBuilder {
    private static final Set<String> NEVER_RETURN = Set.of(
            "BUG",
            "panic",
            "do_exit",
            "make_task_dead",
            "unreachable",
            "__builtin_unreachable",
            "abort",
            "kthread_exit",
            "do_group_exit",
            "nmi_panic",
            "__builtin_trap",
            "kthread_complete_and_exit");

    private final Graph graph = new Graph();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Macros macros;
    private final Switches switches = new Switches(this);
    private int returns;

    private GraphBuilder(Surroundings surroundings) {
        this.macros = new Macros(surroundings, this);
    }

    /// The graph of one reading of a body.
    public static Graph of(Stmt.Block body, Surroundings surroundings) {
        GraphBuilder builder = new GraphBuilder(surroundings);
        int entry = builder.graph.add(new Node.Join(body.line()));
        int end = builder.graph.add(new Node.Return(body.endLine(), null, builder.returns++));
        int first = builder.block(body, end, Scope.outermost(end));
        builder.graph.lead(entry, first);
        builder.closeOpenLabels(end);
        return builder.graph;
    }

    /// Labels that were jumped to and never found: anything may run there.
    private void closeOpenLabels(int end) {
        for (int id : labels.values()) {
            if (graph.next(id).length == 0) {
                Node.Unknown lost =
                        new Node.Unknown(graph.node(id).line(), graph.node(id).line(), "a label that is not there");
                graph.lead(id, graph.add(lost, end));
            }
        }
    }

    int add(Node node, int... next) {
        return graph.add(node, next);
    }

    Graph graph() {
        return graph;
    }

    private int label(String name, int line) {
        return labels.computeIfAbsent(name, absent -> graph.add(new Node.Join(line)));
    }

    int block(Stmt.Block block, int next, Scope scope) {
        return sequence(block.statements(), next, scope);
    }

    int sequence(List<Stmt> statements, int next, Scope scope) {
        int then = next;
        for (int i = statements.size() - 1; i >= 0; i--) {
            then = statement(statements.get(i), then, scope);
        }
        return then;
    }

    int statement(Stmt statement, int next, Scope scope) {
        return switch (statement) {
            case Stmt.Block it -> block(it, next, scope);
            case Stmt.Evaluate it -> evaluate(it, next, scope);
            case Stmt.Declare it -> declare(it, next, scope);
            case Stmt.If it -> conditional(it, next, scope);
            case Stmt.Loop it -> loop(it, next, scope);
            case Stmt.Switch it -> switches.pick(it, next, scope);
            case Stmt.Case it -> switches.arm(it, next, scope);
            case Stmt.Default it -> switches.otherwise(it, next, scope);
            case Stmt.Label it -> {
                int at = label(it.name(), it.line());
                graph.lead(at, next);
                yield at;
            }
            case Stmt.Goto it -> add(new Node.Jump(it.line(), it.label()), label(it.label(), it.line()));
            case Stmt.ComputedGoto it -> add(new Node.Unknown(it.line(), it.line(), "a computed goto"), next);
            case Stmt.Break it -> scope.breakTo();
            case Stmt.Continue it -> scope.continueTo();
            case Stmt.Return it -> giveBack(it.line(), it.value(), returns++, scope);
            case Stmt.Asm it -> assembly(it, next);
            case Stmt.MacroBlock it -> macros.before(it, next, scope);
            case Stmt.Group it -> group(it, next, scope);
            case Stmt.Unknown it -> add(new Node.Unknown(it.line(), it.endLine(), it.why()), next);
            case Stmt.Empty it -> next;
        };
    }

    private int assembly(Stmt.Asm it, int next) {
        int[] to = new int[it.labels().size() + 1];
        to[0] = next;
        for (int i = 1; i < to.length; i++) {
            to[i] = label(it.labels().get(i - 1), it.line());
        }
        Expr opaque = new Expr.Opaque(List.of(), "asm");
        return add(new Node.Evaluate(it.line(), opaque), add(new Node.Choice(it.line()), to));
    }

    private int evaluate(Stmt.Evaluate it, int next, Scope scope) {
        Expr expression = it.expression();
        Scope.Behind behind = scope.macroBody();
        if (behind != null && expression.text().equals(Macros.BODY)) {
            return statement(behind.statement(), next, scope.without(behind));
        }
        if (expression instanceof Expr.Call call) {
            Integer expanded = macros.alone(call, it.line(), next, scope);
            if (expanded != null) {
                return expanded;
            }
            if (NEVER_RETURN.contains(call.name()) && macros.isNobodyElses(call)) {
                return add(new Node.Evaluate(it.line(), call), add(new Node.Stop(it.line())));
            }
            if (call.name().equals("BUG_ON") && call.arguments().size() == 1) {
                return condition(call.arguments().getFirst(), it.line(), add(new Node.Stop(it.line())), next, scope);
            }
        }
        if (expression instanceof Expr.Assign assign
                && assign.op().isEmpty()
                && assign.value() instanceof Expr.Cond cond
                && cond.yes() != null
                && assign.to() instanceof Expr.Name) {
            return choose(cond, it.line(), scope, value -> {
                Expr each = new Expr.Assign("", assign.to(), value, assign.to().text() + " = " + value.text());
                return statement(new Stmt.Evaluate(it.line(), each), next, scope);
            });
        }
        return hoisted(expression, it.line(), scope, plain -> add(new Node.Evaluate(it.line(), plain), next));
    }

    /// An expression whose statement expressions jump: those run before the rest, as nodes of their own.
    int hoisted(Expr expression, int line, Scope scope, java.util.function.ToIntFunction<Expr> rest) {
        int at = rest.applyAsInt(expression);
        for (Macros.Hidden hidden : macros.jumping(expression, line)) {
            int inside = sequence(hidden.statements(), at, scope);
            at = hidden.certain() ? inside : add(new Node.Choice(line), inside, at);
        }
        return at;
    }

    private int declare(Stmt.Declare it, int next, Scope scope) {
        int then = next;
        for (int i = it.declarators().size() - 1; i >= 0; i--) {
            Stmt.Declarator one = it.declarators().get(i);
            int behind = then;
            if (one.value() instanceof Expr.Cond cond && cond.yes() != null) {
                then = choose(
                        cond, one.line(), scope, value -> add(new Node.Declare(one.line(), with(one, value)), behind));
            } else if (one.value() != null) {
                then = hoisted(one.value(), one.line(), scope, value -> add(new Node.Declare(one.line(), one), behind));
            } else {
                then = add(new Node.Declare(one.line(), one), behind);
            }
        }
        return then;
    }

    private static Stmt.Declarator with(Stmt.Declarator one, Expr value) {
        return new Stmt.Declarator(one.line(), one.name(), one.type(), one.isStatic(), one.cleanedUp(), value);
    }

    private int choose(Expr.Cond cond, int line, Scope scope, java.util.function.ToIntFunction<Expr> each) {
        Expr yes = cond.yes() == null ? cond.condition() : cond.yes();
        int left = add(new Node.Guarded(line, cond.condition().text(), true), each.applyAsInt(yes));
        int right = add(new Node.Guarded(line, cond.condition().text(), false), each.applyAsInt(cond.no()));
        return condition(cond.condition(), line, left, right, scope);
    }

    private int giveBack(int line, @Nullable Expr value, int statement, Scope scope) {
        if (value instanceof Expr.Cond cond && (cond.yes() != null || cond.condition() instanceof Expr.Name)) {
            return choose(cond, line, scope, each -> giveBack(line, each, statement, scope));
        }
        Node.Return node = new Node.Return(line, value, statement);
        return value == null ? add(node) : hoisted(value, line, scope, plain -> add(node));
    }

    private int conditional(Stmt.If it, int next, Scope scope) {
        int yes = statement(it.yes(), next, scope);
        int no = it.no() == null ? next : statement(it.no(), next, scope);
        int taken = add(new Node.Guarded(it.line(), it.source(), true), yes);
        int not = add(new Node.Guarded(it.line(), it.source(), false), no);
        return condition(it.condition(), it.line(), taken, not, scope);
    }

    /// Takes a condition apart at `&&`, `||` and `!`.
    int condition(Expr of, int line, int yes, int no, Scope scope) {
        return switch (of) {
            case Expr.Logical it
            when it.and() -> condition(it.left(), line, condition(it.right(), line, yes, no, scope), no, scope);
            case Expr.Logical it -> condition(it.left(), line, yes, condition(it.right(), line, yes, no, scope), scope);
            case Expr.Unary it when it.op() == '!' -> condition(it.of(), line, no, yes, scope);
            case Expr.Binary it
            when it.op().equals(",") ->
                add(new Node.Evaluate(line, it.left()), condition(it.right(), line, yes, no, scope));
            case Expr.Call it when transparent(it) -> condition(it.arguments().getFirst(), line, yes, no, scope);
            default -> hoisted(of, line, scope, plain -> add(new Node.Branch(line, plain), yes, no));
        };
    }

    private static boolean transparent(Expr.Call call) {
        return (call.name().equals("likely") || call.name().equals("unlikely"))
                && call.arguments().size() == 1;
    }

    private int loop(Stmt.Loop it, int next, Scope scope) {
        int head = add(new Node.Join(it.line()));
        int test = add(new Node.Join(it.line()));
        int step = it.step() == null ? test : add(new Node.Evaluate(it.line(), it.step()), test);
        int body = statement(it.body(), step, scope.loop(next, step));
        if (it.condition() == null) {
            graph.lead(test, body);
        } else {
            int again = add(new Node.Guarded(it.line(), it.source(), true), body);
            int over = add(new Node.Guarded(it.line(), it.source(), false), next);
            boolean once = !it.testedFirst() && it.condition().text().equals("0");
            graph.lead(test, once ? next : condition(it.condition(), it.line(), again, over, scope));
        }
        graph.lead(head, it.testedFirst() ? test : body);
        return it.first() == null ? head : statement(it.first(), head, scope);
    }

    private int group(Stmt.Group it, int next, Scope scope) {
        List<String> conditions = new ArrayList<>();
        int[] to = new int[it.branches().size()];
        for (int i = 0; i < to.length; i++) {
            Stmt.Branch branch = it.branches().get(i);
            conditions.add(branch.condition() == null ? "" : branch.condition());
            to[i] = block(branch.body(), next, scope);
        }
        return add(new Node.Configured(it.line(), conditions), to);
    }
}
