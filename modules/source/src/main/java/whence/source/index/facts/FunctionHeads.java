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

    /// Its code is thrown away when the kernel, or the module, has started (`__init`): what stays may not call it.
    public static final int INIT = 16;
    /// May call such a function though it may stay: `__ref`, `__meminit`, `__init_or_module`.
    public static final int INIT_TOO = 32;

    public static final int FORMAT_SHIFT = 6;

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

    /// Whether it is visible in its file only.
    public static boolean isStatic(Tokens tokens, Head head) {
        return (words(tokens, head) & STATIC) != 0;
    }

    private static int words(Tokens tokens, Head head) {
        int flags = 0;
        for (int i = Math.max(head.declaration(), head.name() - MOST_TOKENS); i < head.name(); i++) {
            flags |= word(tokens, i);
        }
        return flags;
    }

    private static int word(Tokens tokens, int token) {
        if (tokens.kind(token) != Kind.IDENTIFIER) {
            return 0;
        }
        if (tokens.bytes()[tokens.start(token)] != '_') {
            return tokens.is(token, "static") ? STATIC : 0;
        }
        String word = tokens.text(token);
        return word.equals("__init") ? INIT : word.contains("init") || word.startsWith("__ref") ? INIT_TOO : 0;
    }

    /// The flags of a definition.
    static int flags(Tokens tokens, Head head) {
        int flags = words(tokens, head);
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
