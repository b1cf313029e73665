package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;

/// Reads expressions. Nesting is bounded, so hostile text ends in [Cursor.Unreadable] and not in a stack overflow.
final class ExprParser {
    private static final int DEEPEST = 300;
    private static final int LONGEST_CHAIN = 2000;
    private static final Map<Integer, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry((int) '|', 3),
            Map.entry((int) '^', 4),
            Map.entry((int) '&', 5),
            Map.entry(Kind.EQUAL, 6),
            Map.entry(Kind.NOT_EQUAL, 6),
            Map.entry((int) '<', 7),
            Map.entry((int) '>', 7),
            Map.entry(Kind.LESS_EQUAL, 7),
            Map.entry(Kind.GREATER_EQUAL, 7),
            Map.entry(Kind.SHIFT_LEFT, 8),
            Map.entry(Kind.SHIFT_RIGHT, 8),
            Map.entry((int) '+', 9),
            Map.entry((int) '-', 9),
            Map.entry((int) '*', 10),
            Map.entry((int) '/', 10),
            Map.entry((int) '%', 10),
            Map.entry(Kind.AND, 2),
            Map.entry(Kind.OR, 1));

    private final Cursor in;
    private final StmtParser statements;

    ExprParser(Cursor in, StmtParser statements) {
        this.in = in;
        this.statements = statements;
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
            Expr right = in.peek().is('{') ? braces() : assignment();
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
            Integer binds = PRECEDENCE.get(in.peek().kind());
            if (binds == null || binds < least) {
                return left;
            }
            if (links > LONGEST_CHAIN) {
                throw new Cursor.Unreadable("an expression without end", in.line());
            }
            Tok op = in.peek();
            in.at++;
            left = join(op, left, binary(binds + 1));
        }
    }

    private static Expr join(Tok op, Expr left, Expr right) {
        String text = (chained(op, left) ? left.text() : wrap(left)) + " " + op.text() + " " + wrap(right);
        if (op.kind() == Kind.AND || op.kind() == Kind.OR) {
            return new Expr.Logical(op.kind() == Kind.AND, left, right, text);
        }
        return new Expr.Binary(op.text(), left, right, text);
    }

    /// Whether the left side is the same operator again, which groups from the left and needs no brackets.
    private static boolean chained(Tok op, Expr left) {
        return switch (left) {
            case Expr.Binary it -> it.op().equals(op.text());
            case Expr.Logical it -> it.and() ? op.kind() == Kind.AND : op.kind() == Kind.OR;
            default -> false;
        };
    }

    private static String wrap(Expr of) {
        return switch (of) {
            case Expr.Binary e -> "(" + e.text() + ")";
            case Expr.Logical e -> "(" + e.text() + ")";
            case Expr.Cond e -> "(" + e.text() + ")";
            case Expr.Assign e -> "(" + e.text() + ")";
            default -> of.text();
        };
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
                return postfix(braces());
            }
            Expr of = unary();
            String spelled = "(" + type.base() + "*".repeat(type.pointers()) + ")";
            return new Expr.Cast(type, of, spelled + wrap(of));
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
                case '(' -> of = call(of);
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

    private Expr call(Expr function) throws Cursor.Unreadable {
        int line = in.line();
        int close = in.closing();
        if (close >= in.to) {
            throw new Cursor.Unreadable("a bracket is not closed", line);
        }
        List<Expr> arguments = new ArrayList<>();
        List<List<Tok>> raw = Brackets.pieces(in.tokens.subList(in.at + 1, close));
        StringBuilder text = new StringBuilder(function.text()).append('(');
        for (List<Tok> piece : raw) {
            Expr argument = argument(piece);
            text.append(arguments.isEmpty() ? "" : ", ").append(argument.text());
            arguments.add(argument);
        }
        in.at = close + 1;
        return new Expr.Call(function, arguments, raw, line, text.append(')').toString());
    }

    private Expr argument(List<Tok> piece) {
        Expr statement = piece.isEmpty() ? null : statements.statementArgument(piece);
        if (statement != null) {
            return statement;
        }
        Expr read = whole(piece);
        if (read != null) {
            return read;
        }
        if (!piece.isEmpty() && TypeName.begins(piece.getFirst().text())) {
            return new Expr.TypeArgument(TypeName.of(piece), Spelling.of(piece));
        }
        return new Expr.Opaque(List.copyOf(piece), Spelling.of(piece));
    }

    private @Nullable Expr whole(List<Tok> piece) {
        return statements.nesting > DEEPEST ? null : statements.expression(piece);
    }

    /// Reads tokens that should be one expression; null where they are not.
    @Nullable
    Expr all() {
        try {
            Expr read = in.peek().is('{') ? braces() : comma();
            return in.atEnd() ? read : null;
        } catch (Cursor.Unreadable notAnExpression) {
            return null;
        }
    }

    /// An initialiser in braces.
    Expr braces() throws Cursor.Unreadable {
        int from = in.at;
        int close = in.closing();
        if (close >= in.to) {
            throw new Cursor.Unreadable("a bracket is not closed", in.line());
        }
        List<Expr> parts = new ArrayList<>();
        for (List<Tok> piece : Brackets.pieces(in.tokens.subList(in.at + 1, close))) {
            if (!piece.isEmpty()) {
                parts.add(argument(designated(piece)));
            }
        }
        in.at = close + 1;
        return new Expr.Braces(parts, in.text(from, in.at));
    }

    private static List<Tok> designated(List<Tok> piece) {
        int at = 0;
        while (at < piece.size() && (piece.get(at).is('.') || piece.get(at).is('['))) {
            at = piece.get(at).is('.') ? at + 2 : Brackets.close(piece, at) + 1;
        }
        boolean named = at > 0 && at < piece.size() && piece.get(at).is('=');
        return named ? piece.subList(at + 1, piece.size()) : piece;
    }
}
