package whence.branches.syntax;

import whence.source.c.Kind;

/// Tells a cast from an expression in brackets without knowing the program's types.
final class Casts {
    private Casts() {}

    /// Whether the bracket at the cursor, which closes at `close`, holds a type that casts what follows.
    static boolean isCast(Cursor in, int close) {
        if (close >= in.to || close == in.at + 1 || !isType(in, in.at + 1, close)) {
            return false;
        }
        Tok next = close + 1 < in.to ? in.tokens.get(close + 1) : new Tok(0, "", 0);
        Tok first = in.tokens.get(in.at + 1);
        boolean sure = TypeName.begins(first.text())
                || TypeName.looksLikeType(first.text())
                || in.tokens.get(close - 1).is('*');
        return switch (next.kind()) {
            case Kind.IDENTIFIER, Kind.NUMBER, Kind.STRING, Kind.CHARACTER, '!', '~' -> true;
            case '(', '*', '&', '-', '+', '{', Kind.INCREMENT, Kind.DECREMENT, Kind.AND -> sure;
            default -> false;
        };
    }

    /// Whether `[from, to)` can only be a type, or is a single word that may be one.
    static boolean isType(Cursor in, int from, int to) {
        if (from >= to || to > in.to) {
            return false;
        }
        Tok first = in.tokens.get(from);
        if (TypeName.typeOf(first.text())) {
            return true;
        }
        boolean keyword = TypeName.begins(first.text());
        boolean stars = false;
        for (int i = from; i < to; i++) {
            Tok tok = in.tokens.get(i);
            if (tok.is('*')) {
                stars = true;
            } else if (tok.is('(') || tok.is('[')) {
                if (!keyword) {
                    return false;
                }
                i = Math.min(Brackets.close(in.tokens, i), to);
            } else if (tok.kind() != Kind.IDENTIFIER || (stars && !TypeName.qualifier(tok.text()))) {
                return false;
            } else if (i > from && !keyword && !TypeName.qualifier(tok.text())) {
                return false;
            }
        }
        return keyword
                || TypeName.looksLikeType(first.text())
                || (stars && in.tokens.get(to - 1).is('*'))
                || isLoneWord(in, from, to);
    }

    /// `(name) x`: only a type can stand before an operand; `sizeof(name)` is decided as an expression.
    private static boolean isLoneWord(Cursor in, int from, int to) {
        if (to != from + 1 || to + 1 > in.to) {
            return false;
        }
        Tok next = to + 1 < in.to ? in.tokens.get(to + 1) : new Tok(0, "", 0);
        boolean operand = next.kind() == Kind.NUMBER || next.kind() == Kind.STRING || (next.kind() == Kind.IDENTIFIER);
        boolean sizeof = from >= 2 && in.tokens.get(from - 2).is("sizeof");
        return operand && !sizeof;
    }
}
