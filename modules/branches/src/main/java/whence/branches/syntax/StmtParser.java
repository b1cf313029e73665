package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;

/// Reads statements. A statement that does not read becomes [Stmt.Unknown], and reading goes on behind it.
final class StmtParser {
    private static final int DEEPEST = 150;
    private static final Set<String> JUMPS = Set.of("return", "goto", "break", "continue");
    private static final Set<String> ASM = Set.of("asm", "__asm__", "__asm", "asm_volatile_goto", "asm_goto_output");
    private final Controls controls = new Controls(this);
    private int depth;
    /// How deep expressions are nested, over all statements inside them.
    int nesting;

    /// The block at the cursor, which stands on its `{`.
    Stmt.Block block(Cursor in) throws Cursor.Unreadable {
        int line = in.line();
        int close = in.closing();
        if (!in.peek().is('{') || close >= in.to) {
            throw new Cursor.Unreadable("a block is not closed", line);
        }
        Cursor inside = new Cursor(in.tokens, in.at + 1, close);
        Stmt.Block block = new Stmt.Block(line, in.tokens.get(close).line(), all(inside));
        in.at = close + 1;
        return block;
    }

    /// All statements up to the end of the cursor's range.
    List<Stmt> all(Cursor in) throws Cursor.Unreadable {
        List<Stmt> statements = new ArrayList<>();
        while (!in.atEnd()) {
            statements.add(statement(in));
        }
        return statements;
    }

    Stmt statement(Cursor in) throws Cursor.Unreadable {
        int from = in.at;
        if (++depth > DEEPEST) {
            throw new Cursor.Unreadable("nested too deeply", in.line());
        }
        try {
            return read(in);
        } catch (Cursor.Unreadable why) {
            if (why instanceof Groups.Split) {
                throw why;
            }
            return unknown(in, from, why.getMessage());
        } finally {
            depth--;
        }
    }

    private Stmt unknown(Cursor in, int from, @Nullable String why) {
        int at = from;
        while (at < in.to && !in.tokens.get(at).is(';')) {
            boolean block = in.tokens.get(at).is('{');
            at = Brackets.step(in.tokens.get(at)) > 0 ? Brackets.close(in.tokens, at) + 1 : at + 1;
            if (block) {
                at--;
                break;
            }
        }
        in.at = Math.max(from + 1, Math.min(at + 1, in.to));
        List<Tok> tokens = in.tokens.subList(from, in.at);
        int last = tokens.getLast().line();
        return new Stmt.Unknown(tokens.getFirst().line(), last, why == null ? "unreadable" : why, List.copyOf(tokens));
    }

    private Stmt read(Cursor in) throws Cursor.Unreadable {
        Tok tok = in.peek();
        int line = tok.line();
        return switch (tok.kind()) {
            case '{' -> block(in);
            case ';' -> {
                in.at++;
                yield new Stmt.Empty(line);
            }
            case Kind.DIRECTIVE -> Groups.read(in, this);
            case Kind.IDENTIFIER -> {
                Stmt keyword = keyword(in, line, tok.text());
                yield keyword != null ? keyword : plain(in, line);
            }
            default -> evaluate(in, line);
        };
    }

    private @Nullable Stmt keyword(Cursor in, int line, String word) throws Cursor.Unreadable {
        return switch (word) {
            case "if" -> controls.conditional(in, line);
            case "while" -> controls.whileLoop(in, line);
            case "do" -> controls.doLoop(in, line);
            case "for" -> controls.forLoop(in, line);
            case "switch" -> controls.switchOn(in, line);
            case "case" -> controls.caseLabel(in, line);
            case "default" -> in.peek(1).is(':') ? controls.defaultLabel(in, line) : null;
            case "goto", "return", "break", "continue" -> jump(in, line, word);
            case "else" -> throw new Cursor.Unreadable("an else without its if", line);
            default -> ASM.contains(word) ? Asms.read(in, line) : null;
        };
    }

    private Stmt jump(Cursor in, int line, String word) throws Cursor.Unreadable {
        in.at++;
        Stmt read;
        if (word.equals("goto")) {
            read = in.peek().is('*')
                    ? new Stmt.ComputedGoto(line)
                    : new Stmt.Goto(line, in.peek().text());
            skipTo(in, ';');
        } else if (word.equals("return")) {
            boolean none = in.peek().is(';') || in.atEnd();
            read = new Stmt.Return(line, none ? null : expressions(in).comma());
        } else {
            read = word.equals("break") ? new Stmt.Break(line) : new Stmt.Continue(line);
        }
        if (!in.atEnd()) {
            in.expect(';');
        }
        return read;
    }

    private static void skipTo(Cursor in, char end) {
        while (!in.atEnd() && !in.peek().is(end)) {
            in.at++;
        }
    }

    ExprParser expressions(Cursor in) {
        return new ExprParser(in, this);
    }

    /// A label, a declaration, a macro before a statement, or an expression.
    private Stmt plain(Cursor in, int line) throws Cursor.Unreadable {
        if (in.peek(1).is(':')) {
            in.at += 2;
            return new Stmt.Label(line, in.tokens.get(in.at - 2).text());
        }
        if (Declarations.begins(in)) {
            return Declarations.read(in, line, this);
        }
        if (in.peek(1).is('(')) {
            Stmt macro = macro(in, line);
            if (macro != null) {
                return macro;
            }
        }
        return evaluate(in, line);
    }

    private @Nullable Stmt macro(Cursor in, int line) throws Cursor.Unreadable {
        int close = Math.min(Brackets.close(in.tokens, in.at + 1), in.to);
        Tok next = close + 1 < in.to ? in.tokens.get(close + 1) : new Tok(0, "", 0);
        boolean stands = next.is('{') || next.kind() == Kind.IDENTIFIER;
        boolean alone = close + 1 >= in.to || next.is('}') || next.kind() == Kind.DIRECTIVE;
        if (close >= in.to || !(stands || alone)) {
            return null;
        }
        Cursor use = new Cursor(in.tokens, in.at, close + 1);
        Expr read = expressions(use).assignment();
        if (!(read instanceof Expr.Call call) || !use.atEnd()) {
            return null;
        }
        in.at = close + 1;
        return alone ? new Stmt.Evaluate(line, call) : new Stmt.MacroBlock(line, call, statement(in));
    }

    private Stmt evaluate(Cursor in, int line) throws Cursor.Unreadable {
        Expr read = expressions(in).comma();
        if (!in.atEnd()) {
            Groups.refuse(in, 1);
            in.expect(';');
        }
        return new Stmt.Evaluate(line, read);
    }

    /// A statement as a macro's argument; null where the tokens are none.
    Expr.@Nullable StatementArgument statementArgument(List<Tok> piece) {
        Tok first = piece.getFirst();
        if (first.kind() != Kind.IDENTIFIER || !JUMPS.contains(first.text())) {
            return null;
        }
        try {
            Stmt read = statement(new Cursor(piece, 0, piece.size()));
            return new Expr.StatementArgument(read, Spelling.of(piece));
        } catch (Cursor.Unreadable split) {
            return null;
        }
    }

    /// Tokens that should be one expression; null where they are not.
    @Nullable
    Expr expression(List<Tok> piece) {
        return expressions(new Cursor(piece, 0, piece.size())).all();
    }
}
