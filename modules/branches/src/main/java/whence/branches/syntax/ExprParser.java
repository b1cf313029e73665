package whence.branches.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;

/// Reads expressions. Nesting is bounded, so hostile text ends in [Cursor.Unreadable] and not in a stack overflow.
final class ExprParser {
    static final int DEEPEST = 300;
    private static final int LONGEST_CHAIN = 2000;
    private final Cursor in;
    private final StmtParser statements;
    private final ArgumentParser arguments;

    ExprParser(Cursor in, StmtParser statements) {
        this.in = in;
        this.statements = statements;
        this.arguments = new ArgumentParser(in, statements);
    }

    /// An expression with commas.
    Expr comma() throws Cursor.Unreadable {
        Expr left = assignment();
        while (in.peek().is(',')) {
            in.at++;
            Expr right = assignment();
            left = new Expr.Binary(",", left, right, left.text() + ", " + right.text());
        }
        return left;
    }

    Expr assignment() throws Cursor.Unreadable {
        if (++statements.nesting > DEEPEST) {
            throw new Cursor.Unreadable("nested too deeply", in.line());
        }
        try {
            Expr left = conditional();
            Tok op = in.peek();
            if (!Kind.assigns(op.kind())) {
                return left;
            }
            in.at++;
            Expr right = in.peek().is('{') ? arguments.braces() : assignment();
            String before = op.text().substring(0, op.text().length() - 1);
            return new Expr.Assign(before, left, right, left.text() + " " + op.text() + " " + right.text());
        } finally {
            statements.nesting--;
        }
    }

    private Expr conditional() throws Cursor.Unreadable {
        Expr condition = binary(1);
        if (!in.take('?')) {
            return condition;
        }
        Expr yes = in.peek().is(':') ? null : comma();
        in.expect(':');
        Expr no = assignment();
        String text = condition.text() + " ? " + (yes == null ? "" : yes.text() + " ") + ": " + no.text();
        return new Expr.Cond(condition, yes, no, text);
    }

    private Expr binary(int least) throws Cursor.Unreadable {
        Expr left = unary();
        for (int links = 0; ; links++) {
            int binds = Operators.binding(in.peek());
            if (binds == 0 || binds < least) {
                return left;
            }
            if (links > LONGEST_CHAIN) {
                throw new Cursor.Unreadable("an expression without end", in.line());
            }
            Tok op = in.peek();
            in.at++;
            left = Operators.join(op, left, binary(binds + 1));
        }
    }

    private Expr unary() throws Cursor.Unreadable {
        if (++statements.nesting > DEEPEST) {
            throw new Cursor.Unreadable("nested too deeply", in.line());
        }
        try {
            return prefixed();
        } finally {
            statements.nesting--;
        }
    }

    private Expr prefixed() throws Cursor.Unreadable {
        Tok tok = in.peek();
        return switch (tok.kind()) {
            case '!', '~', '-', '+', '*', '&' -> {
                in.at++;
                yield Exprs.unary((char) tok.kind(), unary());
            }
            case Kind.AND -> { // address of a label
                in.at++;
                yield new Expr.Opaque(
                        List.of(tok),
                        "&&" + in.tokens.get(Math.min(in.at++, in.to - 1)).text());
            }
            case Kind.INCREMENT, Kind.DECREMENT -> {
                in.at++;
                Expr of = unary();
                yield new Expr.Step(of, true, tok.kind() == Kind.INCREMENT ? 1 : -1, tok.text() + of.text());
            }
            case '(' -> parenthesised();
            default -> postfix(primary());
        };
    }

    private Expr parenthesised() throws Cursor.Unreadable {
        if (in.peek(1).is('{')) {
            int from = in.at;
            in.at++;
            Stmt.Block block = statements.block(in);
            in.expect(')');
            return postfix(new Expr.Statements(block, in.text(from, in.at)));
        }
        int close = in.closing();
        if (Casts.isCast(in, close)) {
            TypeName type = TypeName.of(in.tokens.subList(in.at + 1, close));
            in.at = close + 1;
            if (in.peek().is('{')) {
                return postfix(arguments.braces());
            }
            Expr of = unary();
            String spelled = "(" + type.base() + "*".repeat(type.pointers()) + ")";
            return new Expr.Cast(type, of, spelled + Operators.wrap(of));
        }
        in.at++;
        Expr inside = comma();
        in.expect(')');
        return postfix(inside);
    }

    private Expr primary() throws Cursor.Unreadable {
        Tok tok = in.peek();
        in.at++;
        return switch (tok.kind()) {
            case Kind.NUMBER -> Exprs.number(tok.text());
            case Kind.CHARACTER -> Exprs.character(tok.text());
            case Kind.STRING -> string(tok);
            case Kind.IDENTIFIER -> word(tok);
            default -> throw new Cursor.Unreadable("no expression begins with " + tok.text(), tok.line());
        };
    }

    private Expr string(Tok first) {
        StringBuilder text = new StringBuilder(first.text());
        while (in.peek().kind() == Kind.STRING || (in.isWord(0) && joins(in.peek()))) {
            text.append(' ').append(in.peek().text());
            in.at++;
        }
        return new Expr.Str(text.toString());
    }

    private static boolean joins(Tok word) {
        return word.text().equals(word.text().toUpperCase(java.util.Locale.ROOT));
    }

    private Expr word(Tok tok) throws Cursor.Unreadable {
        String word = tok.text();
        if (word.equals("sizeof") || word.equals("__alignof__") || word.equals("_Alignof")) {
            return sizeOf(word);
        }
        if (TypeName.begins(word)) {
            in.at--;
            throw new Cursor.Unreadable("a type where an expression belongs: " + word, tok.line());
        }
        if (in.peek().kind() == Kind.STRING && joins(tok)) {
            return string(tok);
        }
        return new Expr.Name(word);
    }

    private Expr sizeOf(String word) throws Cursor.Unreadable {
        if (in.peek().is('(') && Casts.isType(in, in.at + 1, in.closing())) {
            int close = in.closing();
            TypeName type = TypeName.of(in.tokens.subList(in.at + 1, close));
            in.at = close + 1;
            return new Expr.SizeOf(type, null, word + "(" + type.base() + "*".repeat(type.pointers()) + ")");
        }
        Expr of = unary();
        return new Expr.SizeOf(null, of, word + "(" + of.text() + ")");
    }

    private Expr postfix(Expr start) throws Cursor.Unreadable {
        Expr of = start;
        while (true) {
            Tok tok = in.peek();
            switch (tok.kind()) {
                case '(' -> of = arguments.call(of);
                case '[' -> {
                    in.at++;
                    Expr at = comma();
                    in.expect(']');
                    of = new Expr.Index(of, at, of.text() + "[" + at.text() + "]");
                }
                case '.', Kind.ARROW -> {
                    in.at++;
                    of = Exprs.member(of, in.peek().text(), tok.kind() == Kind.ARROW);
                    in.at++;
                }
                case Kind.INCREMENT, Kind.DECREMENT -> {
                    in.at++;
                    of = new Expr.Step(of, false, tok.kind() == Kind.INCREMENT ? 1 : -1, of.text() + tok.text());
                }
                default -> {
                    return of;
                }
            }
        }
    }

    /// Reads tokens that should be one expression; null where they are not.
    @Nullable
    Expr all() {
        try {
            Expr read = in.peek().is('{') ? arguments.braces() : comma();
            return in.atEnd() ? read : null;
        } catch (Cursor.Unreadable notAnExpression) {
            return null;
        }
    }
}
