package whence.branches.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Goes through the parts of expressions and statements.
public final class Walk {
    private Walk() {}

    /// A part, and whether it is evaluated whenever the whole is.
    public record Visit(Expr part, boolean certain) {}

    /// The expression and all its parts, in the order in which they stand.
    public static List<Visit> parts(Expr of) {
        List<Visit> found = new ArrayList<>();
        visit(of, true, found);
        return found;
    }

    private static void visit(Expr of, boolean certain, List<Visit> found) {
        found.add(new Visit(of, certain));
        switch (of) {
            case Expr.Num it -> {}
            case Expr.Str it -> {}
            case Expr.Name it -> {}
            case Expr.Unary it -> visit(it.of(), certain, found);
            case Expr.Step it -> visit(it.of(), certain, found);
            case Expr.Binary it -> both(it.left(), it.right(), certain, certain, found);
            case Expr.Logical it -> both(it.left(), it.right(), certain, false, found);
            case Expr.Assign it -> both(it.to(), it.value(), certain, certain, found);
            case Expr.Cond it -> {
                visit(it.condition(), certain, found);
                if (it.yes() != null) {
                    visit(it.yes(), false, found);
                }
                visit(it.no(), false, found);
            }
            case Expr.Call it -> {
                visit(it.function(), certain, found);
                it.arguments().forEach(each -> visit(each, certain, found));
            }
            case Expr.Member it -> visit(it.of(), certain, found);
            case Expr.Index it -> both(it.of(), it.at(), certain, certain, found);
            case Expr.Cast it -> visit(it.of(), certain, found);
            case Expr.SizeOf it -> {}
            case Expr.Statements it -> {}
            case Expr.Braces it -> it.parts().forEach(each -> visit(each, certain, found));
            case Expr.TypeArgument it -> {}
            case Expr.StatementArgument it -> {}
            case Expr.Opaque it -> {}
        }
    }

    private static void both(Expr left, Expr right, boolean first, boolean second, List<Visit> found) {
        visit(left, first, found);
        visit(right, second, found);
    }

    /// Every expression that stands directly in a statement or the statements inside it.
    public static List<Expr> expressions(Stmt of) {
        List<Expr> found = new ArrayList<>();
        collect(of, found);
        return found;
    }

    private static void collect(Stmt of, List<Expr> found) {
        switch (of) {
            case Stmt.Block it -> it.statements().forEach(each -> collect(each, found));
            case Stmt.Evaluate it -> found.add(it.expression());
            case Stmt.Declare it -> it.declarators().forEach(each -> add(each.value(), found));
            case Stmt.If it -> {
                found.add(it.condition());
                collect(it.yes(), found);
                if (it.no() != null) {
                    collect(it.no(), found);
                }
            }
            case Stmt.Loop it -> {
                if (it.first() != null) {
                    collect(it.first(), found);
                }
                add(it.condition(), found);
                add(it.step(), found);
                collect(it.body(), found);
            }
            case Stmt.Switch it -> {
                found.add(it.on());
                collect(it.body(), found);
            }
            case Stmt.Case it -> found.add(it.from());
            case Stmt.Return it -> add(it.value(), found);
            case Stmt.MacroBlock it -> {
                found.add(it.use());
                collect(it.body(), found);
            }
            case Stmt.Group it -> it.branches().forEach(each -> collect(each.body(), found));
            case Stmt.Unknown it -> found.add(new Expr.Opaque(it.tokens(), ""));
            case Stmt.Default it -> {}
            case Stmt.Label it -> {}
            case Stmt.Goto it -> {}
            case Stmt.ComputedGoto it -> {}
            case Stmt.Break it -> {}
            case Stmt.Continue it -> {}
            case Stmt.Asm it -> {}
            case Stmt.Empty it -> {}
        }
    }

    private static void add(@org.jspecify.annotations.Nullable Expr expression, List<Expr> found) {
        if (expression != null) {
            found.add(expression);
        }
    }

    /// Every name that statements mention.
    public static Set<String> names(List<Stmt> statements) {
        Set<String> names = new HashSet<>();
        for (Stmt statement : statements) {
            for (Expr expression : expressions(statement)) {
                parts(expression).forEach(visit -> name(visit.part(), names));
            }
        }
        return names;
    }

    private static void name(Expr part, Set<String> names) {
        switch (part) {
            case Expr.Name it -> names.add(it.text());
            case Expr.Statements it -> names.addAll(names(it.block().statements()));
            case Expr.Opaque it -> it.tokens().forEach(tok -> names.add(tok.text()));
            default -> {}
        }
    }

    /// Whether a block returns or jumps out of itself.
    public static boolean jumps(Stmt of) {
        return switch (of) {
            case Stmt.Block it -> it.statements().stream().anyMatch(Walk::jumps);
            case Stmt.If it -> jumps(it.yes()) || (it.no() != null && jumps(it.no()));
            case Stmt.Loop it -> jumps(it.body());
            case Stmt.Switch it -> jumps(it.body());
            case Stmt.MacroBlock it -> jumps(it.body());
            case Stmt.Group it -> it.branches().stream().anyMatch(each -> jumps(each.body()));
            case Stmt.Return it -> true;
            case Stmt.Goto it -> true;
            case Stmt.ComputedGoto it -> true;
            case Stmt.Unknown it -> true;
            case Stmt.Asm it -> !it.labels().isEmpty();
            case Stmt.Evaluate it -> false;
            case Stmt.Declare it -> false;
            case Stmt.Case it -> false;
            case Stmt.Default it -> false;
            case Stmt.Label it -> false;
            case Stmt.Break it -> false;
            case Stmt.Continue it -> false;
            case Stmt.Empty it -> false;
        };
    }
}
