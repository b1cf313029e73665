package whence.source.index.facts;

import java.util.HashSet;
import java.util.Set;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Arguments that are one word, where that word is a macro of the same file which stands for a text:
/// `pr_err(RETPOLINE_MSG)`.
final class NamedTexts {
    /// Tokens of a call before such an argument that are looked through.
    private static final int MOST_TOKENS = 64;

    private Set<Integer> macros = Set.of();

    /// Forgets the macros of the file before.
    void clear() {
        macros = Set.of();
    }

    /// A macro without parameters has a text in its body.
    void macro(int name) {
        macros = macros.isEmpty() ? new HashSet<>() : macros;
        macros.add(name);
    }

    boolean isEmpty() {
        return macros.isEmpty();
    }

    /// Whether a name is such a macro.
    boolean has(int name) {
        return macros.contains(name);
    }

    /// Takes the call that a word is an argument of: the token of its name, and which argument it is.
    interface Taker {
        void argument(int callee, int argument);
    }

    /// Finds the call around a token.
    static void call(Tokens tokens, int token, Taker taker) {
        int depth = 0;
        int argument = 0;
        for (int at = token - 1; at > token - MOST_TOKENS; at--) {
            int kind = tokens.kind(at);
            if (depth == 0 && kind == '(') {
                if (tokens.kind(at - 1) == Kind.IDENTIFIER) {
                    taker.argument(at - 1, argument);
                }
                return;
            }
            argument += depth == 0 && kind == ',' ? 1 : 0;
            depth += kind == ')' || kind == ']' ? 1 : kind == '(' || kind == '[' ? -1 : 0;
            if (kind == ';' || kind == '{' || kind == '}' || kind == 0) {
                return;
            }
        }
    }
}
