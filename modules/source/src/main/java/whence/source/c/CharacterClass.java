package whence.source.c;

/// What a byte can begin, as small numbers in a table: letters and digits come first, so that `<= DIGIT` says whether a
/// byte continues a word.
final class CharacterClass {
    static final byte LETTER = 0;
    static final byte DIGIT = 1;
    static final byte BLANK = 2;
    static final byte LINE_END = 3;
    static final byte QUOTE = 4;
    static final byte APOSTROPHE = 5;
    static final byte SLASH = 6;
    static final byte BACKSLASH = 7;
    static final byte HASH = 8;
    static final byte PUNCTUATOR = 9;
    static final byte OTHER = 10;
    /// A punctuator that is none with any other byte behind it.
    static final byte SINGLE = 11;

    private static final byte[] TABLE = table();

    private CharacterClass() {}

    static byte of(byte b) {
        return TABLE[b & 0xff];
    }

    /// Whether a byte can neither end a line, nor begin or end a literal or a comment, nor join lines.
    static boolean plain(byte b) {
        byte kind = TABLE[b & 0xff];
        return kind < LINE_END || kind > BACKSLASH;
    }

    private static byte[] table() {
        byte[] table = new byte[256];
        java.util.Arrays.fill(table, OTHER);
        for (int c = 0; c < 128; c++) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$') {
                table[c] = LETTER;
            } else if (c >= '0' && c <= '9') {
                table[c] = DIGIT;
            }
        }
        mark(table, " \t\r\f\u000b", BLANK);
        mark(table, "\n", LINE_END);
        mark(table, "\"", QUOTE);
        mark(table, "'", APOSTROPHE);
        mark(table, "/", SLASH);
        mark(table, "\\", BACKSLASH);
        mark(table, "#", HASH);
        mark(table, "!%&*+-.<=>^|", PUNCTUATOR);
        mark(table, "(),:;?[]{}~", SINGLE);
        return table;
    }

    private static void mark(byte[] table, String characters, byte kind) {
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = kind;
        }
    }
}
