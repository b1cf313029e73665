package whence.source.scan;

import java.util.Arrays;
import java.util.Set;
import whence.source.c.Tokens;

/// The words that cannot name a function, or cannot be called.
final class Words {
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "else",
            "for",
            "while",
            "do",
            "switch",
            "case",
            "default",
            "return",
            "goto",
            "break",
            "continue",
            "sizeof",
            "typeof",
            "__typeof__",
            "__typeof",
            "typeof_unqual",
            "_Alignof",
            "__alignof__",
            "__alignof",
            "asm",
            "__asm__",
            "__asm",
            "__attribute__",
            "__attribute",
            "__extension__",
            "_Static_assert",
            "_Generic",
            "offsetof",
            "__builtin_offsetof",
            "defined",
            "void",
            "char",
            "short",
            "int",
            "long",
            "float",
            "double",
            "signed",
            "unsigned",
            "_Bool",
            "bool",
            "struct",
            "union",
            "enum",
            "const",
            "volatile",
            "static",
            "extern",
            "inline",
            "register",
            "typedef",
            "__declspec");

    private static final Set<String> STORAGE = Set.of(
            "static",
            "extern",
            "inline",
            "__inline",
            "__inline__",
            "__always_inline",
            "asmlinkage",
            "noinline",
            "__init",
            "__exit",
            "__visible");

    private static final int SLOTS = 512;
    private static final String[][] BY_SHAPE = byShape();

    private Words() {}

    /// Whether a word of the text is one of C's own. Looked up by length, first and last letter, so that no text is
    /// made.
    static boolean keyword(Tokens tokens, int token) {
        byte[] bytes = tokens.bytes();
        int start = tokens.start(token);
        int end = tokens.end(token);
        for (String word : BY_SHAPE[shape(end - start, bytes[start], bytes[end - 1])]) {
            if (tokens.is(token, word)) {
                return true;
            }
        }
        return false;
    }

    private static int shape(int length, int first, int last) {
        return (length * 131 + first * 17 + last) & (SLOTS - 1);
    }

    private static String[][] byShape() {
        String[][] table = new String[SLOTS][];
        Arrays.fill(table, new String[0]);
        for (String word : KEYWORDS) {
            int slot = shape(word.length(), word.charAt(0), word.charAt(word.length() - 1));
            table[slot] = Arrays.copyOf(table[slot], table[slot].length + 1);
            table[slot][table[slot].length - 1] = word;
        }
        return table;
    }

    /// Whether a word before a macro call leaves it a macro call that defines something.
    static boolean storage(String word) {
        return STORAGE.contains(word);
    }
}
