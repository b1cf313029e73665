package whence.source.index.facts;

import whence.source.c.Kind;
import whence.source.c.Tokens;
import whence.source.scan.Head;

/// What a function's head says beyond its name.
public final class FunctionHeads {
    /// Visible in its file only.
    public static final int STATIC = 1;
    /// Takes `...`; the number of the parameter before it stands in the bits from [#FORMAT_SHIFT] on.
    public static final int VARIADIC = 2;
    /// Takes a `va_list`; the parameter before it likewise.
    public static final int VA_LIST = 4;

    /// Takes a ready message, as a `struct va_format`.
    public static final int MESSAGE = 8;

    public static final int FORMAT_SHIFT = 4;

    /// More than any head has.
    private static final int MOST_TOKENS = 2_000;

    private FunctionHeads() {}

    /// The argument that names what a macro call defines (`bpf` in `SYSCALL_DEFINE3(bpf, …)`), or -1.
    public static int definedToken(Tokens tokens, Head head) {
        if (!head.macro()) {
            return -1;
        }
        int first = head.open() + 1;
        int behind = tokens.kind(first + 1);
        boolean word = tokens.kind(first) == Kind.IDENTIFIER && (behind == ',' || behind == ')');
        return word && shouts(tokens, head.name()) ? first : -1;
    }

    /// Whether a word is written in capitals, as macros that define something are.
    static boolean shouts(Tokens tokens, int token) {
        int capitals = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            byte b = tokens.bytes()[i];
            if (b >= 'a' && b <= 'z') {
                return false;
            }
            capitals += b >= 'A' && b <= 'Z' ? 1 : 0;
        }
        return capitals > 1;
    }

    public static boolean isStatic(Tokens tokens, Head head) {
        for (int i = Math.max(head.declaration(), head.name() - MOST_TOKENS); i < head.name(); i++) {
            if (tokens.is(i, "static")) {
                return true;
            }
        }
        return false;
    }

    /// The flags of a definition.
    static int flags(Tokens tokens, Head head) {
        int flags = isStatic(tokens, head) ? STATIC : 0;
        int depth = 0;
        int parameter = 0;
        for (int i = head.open() + 1; i < Math.min(head.close(), head.open() + MOST_TOKENS); i++) {
            int kind = tokens.kind(i);
            depth += kind == '(' ? 1 : kind == ')' ? -1 : 0;
            parameter += kind == ',' && depth == 0 ? 1 : 0;
            boolean variadic = kind == Kind.ELLIPSIS;
            if (kind == Kind.IDENTIFIER && tokens.is(i, "va_format")) {
                return flags | MESSAGE;
            }
            if (parameter > 0 && (variadic || tokens.is(i, "va_list"))) {
                return flags | (variadic ? VARIADIC : VA_LIST) | ((parameter - 1) << FORMAT_SHIFT);
            }
        }
        return flags;
    }
}
