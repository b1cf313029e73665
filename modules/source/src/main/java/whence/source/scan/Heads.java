package whence.source.scan;

import org.jspecify.annotations.Nullable;
import whence.source.c.Directive;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Tells a function's head from everything else that has a `{` behind it.
final class Heads {
    /// What no head of a function has: so nothing is looked at again and again.
    private static final int MOST_GROUPS = 64;

    private static final int MOST_TOKENS = 2_000;

    private Heads() {}

    /// The head that the `{` at `body` belongs to, given the parenthesised groups of the declaration; null where it
    /// is no function.
    static @Nullable Head find(Tokens tokens, Nodes groups, int lastGroup, int declaration, int body) {
        int chosen = lastGroup;
        for (int left = MOST_GROUPS; chosen != Nodes.NONE && !names(tokens, groups, chosen); left--) {
            chosen = left == 0 ? Nodes.NONE : groups.parent(chosen);
        }
        if (chosen == Nodes.NONE || !plainUntil(tokens, groups.data(lastGroup) + 1, body)) {
            Head pointer = pointer(tokens, groups, lastGroup, declaration, body);
            return pointer != null ? pointer : RareHeads.behindTypeof(tokens, groups, lastGroup, declaration, body);
        }
        while (suffix(tokens, groups, chosen)) {
            chosen = groups.parent(chosen);
        }
        int name = groups.token(chosen) - 1;
        int first = first(tokens, groups, chosen, declaration);
        boolean macro = name - first < MOST_TOKENS;
        for (int i = first; macro && i < name; i++) {
            macro = tokens.kind(i) == Kind.DIRECTIVE || Words.storage(tokens.text(i));
        }
        return new Head(first, name, groups.token(chosen), groups.data(chosen), body, macro);
    }

    private static boolean names(Tokens tokens, Nodes groups, int group) {
        int name = groups.token(group) - 1;
        int before = tokens.kind(name - 1);
        return tokens.kind(name) == Kind.IDENTIFIER
                && !Words.keyword(tokens, name)
                && before != Kind.ARROW
                && !aggregate(tokens, name - 1);
    }

    private static boolean aggregate(Tokens tokens, int token) {
        return tokens.is(token, "struct") || tokens.is(token, "union") || tokens.is(token, "enum");
    }

    /// Whether a group is an attribute behind the parameters: `foo(void) __acquires(lock)`.
    private static boolean suffix(Tokens tokens, Nodes groups, int group) {
        int before = groups.parent(group);
        int name = groups.token(group) - 1;
        // `__printf(1, 2)` has numbers where a function has parameters.
        boolean numbers = before != Nodes.NONE && tokens.kind(groups.token(before) + 1) == Kind.NUMBER;
        if (before == Nodes.NONE || numbers || !names(tokens, groups, before)) {
            return false;
        }
        int at = groups.data(before) + 1;
        while (at < name && name - at < MOST_TOKENS && underscored(tokens, at)) {
            at++;
        }
        return at == name && underscored(tokens, name);
    }

    private static boolean underscored(Tokens tokens, int token) {
        return tokens.kind(token) == Kind.DIRECTIVE
                || (tokens.kind(token) == Kind.IDENTIFIER
                        && tokens.bytes()[tokens.start(token)] == '_'
                        && tokens.end(token) - tokens.start(token) > 2
                        && tokens.bytes()[tokens.start(token) + 1] == '_');
    }

    /// Where the declaration begins: macro calls without a semicolon that stand on lines of their own before it do not
    /// count.
    private static int first(Tokens tokens, Nodes groups, int group, int declaration) {
        int before = groups.parent(group);
        if (before == Nodes.NONE || declaration < 0) {
            return Math.max(0, declaration);
        }
        int behind = groups.data(before) + 1;
        boolean named = tokens.kind(groups.token(before) - 1) == Kind.IDENTIFIER;
        boolean ownLine = named && firstColumn(tokens, groups.token(before) - 1) && firstColumn(tokens, behind);
        return ownLine ? Math.min(behind, groups.token(group) - 1) : declaration;
    }

    /// Whether only words and directives stand in `[from, to)`, and what other branches of an `#if` have there.
    private static boolean plainUntil(Tokens tokens, int from, int to) {
        if (to - from > MOST_TOKENS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (tokens.directive(i).alternates()) {
                i = groupEnd(tokens, i, to);
            }
            int kind = tokens.kind(i);
            if (kind != Kind.IDENTIFIER && kind != Kind.DIRECTIVE) {
                return false;
            }
            if (aggregate(tokens, i)) {
                return false;
            }
        }
        return true;
    }

    /// The `#endif` of the group that an `#else` or `#elif` stands in, or the last token before `to`.
    private static int groupEnd(Tokens tokens, int branch, int to) {
        int depth = 0;
        for (int i = branch + 1; i < to; i++) {
            Directive directive = tokens.directive(i);
            depth += directive.opens() ? 1 : directive == Directive.ENDIF ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        return to - 1;
    }

    /// `int (*name(int a))(void) {`: the name stands inside the first group.
    private static @Nullable Head pointer(Tokens tokens, Nodes groups, int lastGroup, int declaration, int body) {
        int before = lastGroup == Nodes.NONE ? Nodes.NONE : groups.parent(lastGroup);
        if (before == Nodes.NONE || groups.data(before) + 1 != groups.token(lastGroup)) {
            return null;
        }
        int name = groups.token(before) + 1;
        while (tokens.kind(name) == '*') {
            name++;
        }
        boolean found = name > groups.token(before) + 1
                && tokens.kind(name) == Kind.IDENTIFIER
                && tokens.kind(name + 1) == '('
                && plainUntil(tokens, groups.data(lastGroup) + 1, body);
        return found ? new Head(Math.max(0, declaration), name, name + 1, groups.data(before) - 1, body, false) : null;
    }

    /// Whether the `{` belongs to an `enum`.
    static boolean enumeration(Tokens tokens, int brace) {
        int at = brace - 1;
        for (int i = 0; i < 3 && tokens.kind(at) == Kind.IDENTIFIER; i++, at--) {
            if (tokens.is(at, "enum")) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is `extern "C" {`.
    static boolean linkage(Tokens tokens, int brace) {
        return tokens.kind(brace - 1) == Kind.STRING && tokens.is(brace - 2, "extern");
    }

    /// Whether a token is the first of its line, without a blank before it.
    static boolean firstColumn(Tokens tokens, int token) {
        int start = token < tokens.count() ? tokens.start(token) : 1;
        return start == 0 || tokens.bytes()[start - 1] == '\n';
    }
}
