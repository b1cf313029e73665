package whence.branches.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Surroundings;
import whence.branches.syntax.Expansion;
import whence.branches.syntax.Expr;
import whence.branches.syntax.MacroText;
import whence.branches.syntax.Preprocessed;
import whence.branches.syntax.Stmt;
import whence.branches.syntax.Tok;
import whence.branches.syntax.Walk;
import whence.source.c.Kind;

/// Macros as control structure, read from their own definitions: loops, guards, hidden returns.
final class Macros {
    /// Stands for the statement behind a macro while the macro's body is read.
    static final String BODY = "__statement_behind_the_macro__";

    private static final int DEEPEST = 10;
    private static final Set<String> JUMPS = Set.of("return", "goto", "break", "continue", "BUG", "panic", "do_exit");
    private final Surroundings surroundings;
    private final GraphBuilder builder;
    private final Map<String, Boolean> jumps = new HashMap<>();
    private int depth;

    Macros(Surroundings surroundings, GraphBuilder builder) {
        this.surroundings = surroundings;
        this.builder = builder;
    }

    /// Statements that jump out of an expression.
    ///
    /// @param certain whether they run whenever the expression is evaluated
    record Hidden(List<Stmt> statements, boolean certain) {}

    /// A macro used as a whole statement; null where its definitions hold no control flow that matters.
    @Nullable
    Integer alone(Expr.Call call, int line, int next, Scope scope) {
        List<Stmt> arguments = statementArguments(call);
        List<MacroText> definitions = surroundings.macros(call.name());
        boolean jumping = definitions.stream().anyMatch(macro -> jumps(macro, 0));
        if (!jumping || depth >= DEEPEST) {
            return arguments.isEmpty() ? null : eitherOf(call, arguments, line, next, scope);
        }
        depth++;
        try {
            List<Integer> ways = new ArrayList<>();
            for (MacroText macro : definitions) {
                List<Tok> tokens = Expansion.of(macro, call.raw(), line);
                ways.add(tokens == null ? unknown(line, next) : expanded(tokens, next, scope));
            }
            if (surroundings.perhapsNoMacro(call.name())) {
                ways.add(next);
            }
            return ways.size() == 1 ? ways.getFirst() : choice(line, ways);
        } finally {
            depth--;
        }
    }

    private int expanded(List<Tok> tokens, int next, Scope scope) {
        List<Tok> closed = new ArrayList<>(tokens);
        closed.add(new Tok(';', ";", tokens.isEmpty() ? 0 : tokens.getLast().line()));
        return builder.sequence(Preprocessed.statements(closed), next, scope);
    }

    private int unknown(int line, int next) {
        return builder.add(new Node.Unknown(line, line, "a macro that does not fit its definition"), next);
    }

    private int choice(int line, List<Integer> ways) {
        return builder.add(
                new Node.Choice(line),
                ways.stream().mapToInt(Integer::intValue).distinct().toArray());
    }

    /// A macro whose definition is not here and which is given statements: any of them may run, or none.
    private int eitherOf(Expr.Call call, List<Stmt> arguments, int line, int next, Scope scope) {
        List<Integer> ways = new ArrayList<>(List.of(next));
        for (Stmt each : arguments) {
            ways.add(builder.statement(each, next, scope));
        }
        return builder.add(new Node.Evaluate(line, call), choice(line, ways));
    }

    private static List<Stmt> statementArguments(Expr.Call call) {
        List<Stmt> found = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.StatementArgument it) {
                found.add(it.statement());
            }
        }
        return found;
    }

    /// Whether a call of a name that never returns in the kernel means that one: the source has no body of its own
    /// for it, and what is called without arguments there is here too.
    boolean isNobodyElses(Expr.Call call) {
        return surroundings.functions(call.name()).isEmpty()
                && (!call.name().equals("abort") || call.arguments().isEmpty());
    }

    /// A macro before a statement.
    int before(Stmt.MacroBlock it, int next, Scope scope) {
        List<MacroText> definitions = surroundings.macros(it.use().name());
        if (definitions.size() != 1 || depth >= DEEPEST) {
            return undefined(it, next, scope);
        }
        List<Tok> tokens = Expansion.of(definitions.getFirst(), it.use().raw(), it.line());
        if (tokens == null) {
            return undefined(it, next, scope);
        }
        List<Tok> with = new ArrayList<>(tokens);
        with.add(new Tok(Kind.IDENTIFIER, BODY, it.line()));
        with.add(new Tok(';', ";", it.line()));
        List<Stmt> statements = Preprocessed.statements(with);
        if (!readable(statements)) {
            return undefined(it, next, scope);
        }
        depth++;
        try {
            return builder.sequence(statements, next, scope.with(it.body()));
        } finally {
            depth--;
        }
    }

    private static boolean readable(List<Stmt> statements) {
        return statements.stream().noneMatch(each -> each instanceof Stmt.Unknown)
                && Walk.names(statements).contains(BODY);
    }

    /// Without a definition the statement may run any number of times, and what the macro is handed may be written.
    private int undefined(Stmt.MacroBlock it, int next, Scope scope) {
        int head = builder.add(new Node.Join(it.line()));
        int body = builder.statement(it.body(), head, scope.loop(next, head));
        List<Integer> ways = new ArrayList<>(List.of(body, next));
        for (Stmt each : statementArguments(it.use())) {
            ways.add(builder.statement(each, next, scope));
        }
        builder.graph()
                .lead(head, builder.add(new Node.Evaluate(it.line(), writing(it.use())), choice(it.line(), ways)));
        return head;
    }

    /// The use as something that writes whatever it names.
    private static Expr writing(Expr.Call use) {
        return new Expr.Opaque(use.raw().stream().flatMap(List::stream).toList(), use.text());
    }

    /// Whether a macro's body, or one it uses, leaves the expression it stands in.
    private boolean jumps(MacroText macro, int nested) {
        Boolean known = jumps.get(macro.name());
        if (known != null) {
            return known;
        }
        jumps.put(macro.name(), false);
        boolean found = false;
        for (int i = 0; i < macro.body().size() && !found; i++) {
            Tok tok = macro.body().get(i);
            boolean word = tok.kind() == Kind.IDENTIFIER && !tok.is(macro.name());
            found = word && (JUMPS.contains(tok.text()) || passesOn(macro, i) || (nested < 4 && jumpsBy(tok, nested)));
        }
        jumps.put(macro.name(), found);
        return found;
    }

    /// A parameter that stands as a statement: `if (!ok) _fail;`.
    private static boolean passesOn(MacroText macro, int i) {
        List<Tok> body = macro.body();
        boolean parameter = macro.parameters() != null
                && macro.parameters().contains(body.get(i).text());
        boolean ends = i + 1 < body.size()
                && (body.get(i + 1).is(';') || body.get(i + 1).is("else"));
        boolean begins = i > 0
                && (body.get(i - 1).is(')')
                        || body.get(i - 1).is('{')
                        || body.get(i - 1).is(';')
                        || body.get(i - 1).is("else"));
        return parameter && ends && begins;
    }

    private boolean jumpsBy(Tok tok, int nested) {
        String upper = tok.text();
        return surroundings.macros(upper).stream().anyMatch(inner -> inner.functionLike() && jumps(inner, nested + 1));
    }

    /// What jumps out of an expression: its statement expressions, written there or by its macros.
    List<Hidden> jumping(Expr expression, int line) {
        List<Hidden> found = new ArrayList<>();
        for (Walk.Visit visit : Walk.parts(expression)) {
            if (visit.part() instanceof Expr.Statements it && Walk.jumps(it.block())) {
                found.add(new Hidden(it.block().statements(), visit.certain()));
            } else if (visit.part() instanceof Expr.Call call && depth < DEEPEST) {
                hiddenIn(call, line, visit.certain(), found);
            } else if (visit.part() instanceof Expr.Opaque it
                    && it.tokens().stream().anyMatch(tok -> tok.is("return") || tok.is("goto"))) {
                found.add(new Hidden(
                        List.of(new Stmt.Unknown(line, line, "a jump inside an expression", it.tokens())), false));
            }
        }
        return found;
    }

    private void hiddenIn(Expr.Call call, int line, boolean certain, List<Hidden> found) {
        for (Stmt statement : statementArguments(call)) {
            found.add(new Hidden(List.of(statement), false));
        }
        for (MacroText macro : surroundings.macros(call.name())) {
            if (!jumps(macro, 0)) {
                continue;
            }
            List<Tok> tokens = Expansion.of(macro, call.raw(), line);
            Expr read = tokens == null ? null : Preprocessed.expression(tokens);
            boolean only = certain
                    && surroundings.macros(call.name()).size() == 1
                    && !surroundings.perhapsNoMacro(call.name());
            if (read instanceof Expr.Statements it) {
                found.add(new Hidden(it.block().statements(), only));
            } else if (read == null && tokens != null && tokens.stream().anyMatch(tok -> JUMPS.contains(tok.text()))) {
                found.add(new Hidden(
                        List.of(new Stmt.Unknown(line, line, "a macro that jumps: " + call.name(), tokens)), false));
            }
        }
    }
}
