package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what stands between brackets with commas: the arguments of a call, which may be types or whole statements
/// where the call is a macro's, and the parts of an initialiser.
final class ArgumentParser {
    private final Cursor in;
    private final StmtParser statements;

    ArgumentParser(Cursor in, StmtParser statements) {
        this.in = in;
        this.statements = statements;
    }

    Expr call(Expr function) throws Cursor.Unreadable {
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
        return statements.nesting > ExprParser.DEEPEST ? null : statements.expression(piece);
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
