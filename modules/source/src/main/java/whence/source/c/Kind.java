package whence.source.c;

/// What a token is, as the ints of [Tokens#kind]: a punctuator of one character is that character, everything else
/// has a number here. Ints rather than an enum because a kernel tree has some 300 million tokens.
public final class Kind {
    public static final int IDENTIFIER = 1;
    public static final int NUMBER = 2;
    public static final int STRING = 3;
    public static final int CHARACTER = 4;
    /// A whole preprocessor line, its continuation lines and comments included; see [Tokens#directive].
    public static final int DIRECTIVE = 5;
    /// Bytes that C has no use for; one token for each run.
    public static final int OTHER = 6;

    public static final int ARROW = 128;
    public static final int INCREMENT = 129;
    public static final int DECREMENT = 130;
    public static final int SHIFT_LEFT = 131;
    public static final int SHIFT_RIGHT = 132;
    public static final int LESS_EQUAL = 133;
    public static final int GREATER_EQUAL = 134;
    public static final int EQUAL = 135;
    public static final int NOT_EQUAL = 136;
    public static final int AND = 137;
    public static final int OR = 138;
    public static final int ADD_ASSIGN = 139;
    public static final int SUBTRACT_ASSIGN = 140;
    public static final int MULTIPLY_ASSIGN = 141;
    public static final int DIVIDE_ASSIGN = 142;
    public static final int MODULO_ASSIGN = 143;
    public static final int AND_ASSIGN = 144;
    public static final int OR_ASSIGN = 145;
    public static final int XOR_ASSIGN = 146;
    public static final int SHIFT_LEFT_ASSIGN = 147;
    public static final int SHIFT_RIGHT_ASSIGN = 148;
    public static final int ELLIPSIS = 149;
    public static final int PASTE = 150;

    private Kind() {}

    /// Whether a token of this kind stores into what stands left of it.
    public static boolean assigns(int kind) {
        return kind == '=' || (kind >= ADD_ASSIGN && kind <= SHIFT_RIGHT_ASSIGN);
    }
}
