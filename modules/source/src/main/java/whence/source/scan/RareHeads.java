package whence.source.scan;

import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Heads of functions as a kernel tree has a few of: parameters declared behind their list, as C was written before
/// 1989, and a name in brackets behind `typeof(…)`.
final class RareHeads {
    /// More tokens than any such head has.
    private static final int MOST = 400;

    private RareHeads() {}

    /// `int f(a, b) int a; char *b; {`: the list has names alone, and nothing but they are declared behind it. Looks
    /// back from the body no further than the brace or directive before it.
    static @Nullable Head oldStyle(Tokens tokens, int body) {
        int close = body - 1;
        while (close > body - MOST && declares(tokens, close)) {
            close--;
        }
        int open = close;
        while (open > body - MOST && listed(tokens.kind(open - 1))) {
            open--;
        }
        int name = open - 2;
        boolean list = tokens.kind(close) == ')' && tokens.kind(open - 1) == '(' && open < close;
        if (!list || !named(tokens, name) || !onlyListed(tokens, open, close, body)) {
            return null;
        }
        return new Head(first(tokens, name), name, open - 1, close, body, false);
    }

    private static boolean listed(int kind) {
        return kind == Kind.IDENTIFIER || kind == ',';
    }

    /// Whether a token can stand in the declaration of a parameter.
    private static boolean declares(Tokens tokens, int token) {
        int kind = tokens.kind(token);
        return listed(kind) || kind == ';' || kind == '*' || kind == '[' || kind == ']' || kind == Kind.NUMBER;
    }

    private static boolean named(Tokens tokens, int name) {
        return tokens.kind(name) == Kind.IDENTIFIER && !Words.keyword(tokens, name);
    }

    /// Whether every name that is declared in `(close, body)` stands in the list `[open, close)`.
    private static boolean onlyListed(Tokens tokens, int open, int close, int body) {
        boolean any = false;
        for (int i = close + 1; i < body - 1; i++) {
            int behind = tokens.kind(i + 1);
            boolean declared = behind == ',' || behind == ';' || behind == '[';
            if (tokens.kind(i) == Kind.IDENTIFIER && declared) {
                if (!lists(tokens, open, close, i)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static boolean lists(Tokens tokens, int open, int close, int wanted) {
        for (int i = open; i < close; i++) {
            if (tokens.kind(i) == Kind.IDENTIFIER && tokens.same(i, wanted)) {
                return true;
            }
        }
        return false;
    }

    /// The first token of the declaration of a name.
    private static int first(Tokens tokens, int name) {
        int first = name;
        while (first > name - MOST && (tokens.kind(first - 1) == Kind.IDENTIFIER || tokens.kind(first - 1) == '*')) {
            first--;
        }
        return first;
    }

    /// `typeof(list->call)(name(int a)) {`.
    static @Nullable Head behindTypeof(Tokens tokens, Nodes groups, int group, int declaration, int body) {
        int before = group == Nodes.NONE ? Nodes.NONE : groups.parent(group);
        if (before == Nodes.NONE || groups.data(group) != body - 1) {
            return null;
        }
        int name = groups.token(group) + 1;
        int close = groups.data(group) - 1;
        boolean behind = groups.data(before) + 1 == groups.token(group) && typeof(tokens, groups.token(before) - 1);
        if (!behind || !named(tokens, name) || closing(tokens, name + 1, close) != close) {
            return null;
        }
        return new Head(Math.max(0, declaration), name, name + 1, close, body, false);
    }

    private static boolean typeof(Tokens tokens, int token) {
        return tokens.is(token, "typeof") || tokens.is(token, "__typeof__") || tokens.is(token, "__typeof");
    }

    /// The `)` that belongs to the `(` at `open`; -1 where there is none up to `last`.
    private static int closing(Tokens tokens, int open, int last) {
        int depth = 0;
        for (int i = open; i <= Math.min(last, open + MOST); i++) {
            int kind = tokens.kind(i);
            depth += kind == '(' ? 1 : kind == ')' ? -1 : 0;
            if (depth == 0) {
                return kind == ')' ? i : Nodes.NONE;
            }
        }
        return Nodes.NONE;
    }
}
