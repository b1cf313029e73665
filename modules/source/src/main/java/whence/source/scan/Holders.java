package whence.source.scan;

import whence.source.c.Kind;
import whence.source.c.Tokens;

/// What a literal that is no argument is stored in: the variable, member or table that it is assigned to, or the
/// function that returns it.
final class Holders {
    private static final int NONE = Nodes.NONE;
    /// Braces of a table that are looked through, and tokens of an expression or an index.
    private static final int MOST_BRACES = 4;

    private static final int MOST_TOKENS = 32;

    private Holders() {}

    /// The token of the name, or of the `return`; -1 where it cannot be told. `from` is the literal's first token.
    static int of(Tokens tokens, int from, int bracket, Nodes nodes) {
        int before = from - 1;
        return switch (tokens.kind(before)) {
            case '=' -> stored(tokens, before, bracket, nodes);
            case '{', ',' -> table(tokens, bracket, nodes);
            case '?', ':' -> chosen(tokens, before, bracket, nodes);
            default -> tokens.is(before, "return") ? before : NONE;
        };
    }

    private static int stored(Tokens tokens, int equals, int bracket, Nodes nodes) {
        int target = assigned(tokens, equals);
        return target == NONE ? table(tokens, bracket, nodes) : target;
    }

    /// The name that stands before a `=`, perhaps with an index: `msg`, `x->msg`, `names[i]`; -1 for the `[X]` of an
    /// initialiser.
    private static int assigned(Tokens tokens, int equals) {
        int at = equals - 1;
        while (tokens.kind(at) == ']') {
            int open = at;
            while (open > equals - MOST_TOKENS && tokens.kind(open) != '[') {
                open--;
            }
            at = open - 1;
        }
        return tokens.kind(at) == Kind.IDENTIFIER && !Words.keyword(tokens, at) ? at : NONE;
    }

    /// The name of the table whose braces a literal stands in.
    static int table(Tokens tokens, int bracket, Nodes nodes) {
        int brace = bracket;
        for (int depth = 0; depth < MOST_BRACES && nodes.kind(brace) == '{'; depth++) {
            int before = nodes.token(brace) - 1;
            int name = tokens.kind(before) == '=' ? assigned(tokens, before) : NONE;
            if (name != NONE) {
                return name;
            }
            brace = nodes.parent(brace);
        }
        return NONE;
    }

    /// `msg = condition ? "…" : "…"`, and the same returned.
    private static int chosen(Tokens tokens, int from, int bracket, Nodes nodes) {
        for (int at = from; at > from - MOST_TOKENS; at--) {
            int kind = tokens.kind(at);
            if (kind == '=') {
                return stored(tokens, at, bracket, nodes);
            }
            if (kind == Kind.IDENTIFIER && tokens.is(at, "return")) {
                return at;
            }
            if (kind == ';' || kind == '{' || kind == '}' || kind == 0) {
                return NONE;
            }
        }
        return NONE;
    }
}
