package whence.source.index.facts;

import java.util.Arrays;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Joins string literals into the bytes they stand for; a macro among them is kept by name, between [#MACRO] and
/// [#MACRO_END], for only the reader of a whole tree knows what it stands for.
public final class FormatText {
    public static final byte MACRO = 1;
    public static final byte MACRO_END = 2;

    /// Letters of a format that can be recognised by them.
    private static final int FEW = 12;

    private byte[] bytes = new byte[256];
    private int size;

    public void read(Tokens tokens, int from, int to) {
        size = 0;
        for (int i = from; i < to; i++) {
            if (tokens.kind(i) == Kind.STRING) {
                literal(tokens.bytes(), tokens.start(i) + 1, tokens.end(i));
            } else if (tokens.kind(i) == Kind.IDENTIFIER) {
                add(MACRO);
                for (int at = tokens.start(i); at < tokens.end(i); at++) {
                    add(tokens.bytes()[at]);
                }
                add(MACRO_END);
            }
        }
    }

    /// The letter that says what a conversion prints, behind flags, width and size.
    private static int letter(byte[] format, int from, int size) {
        int at = from;
        while (at < size && "-+ #0123456789.*hlzjt".indexOf(format[at]) >= 0) {
            at++;
        }
        return at;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /// Whether it prints texts that it is handed.
    boolean prints() {
        for (int i = 1; i < size; i++) {
            if (bytes[i] == 's' && bytes[i - 1] == '%') {
                return true;
            }
        }
        return false;
    }

    /// Whether it has so little to be recognised by that its values have to help.
    boolean vague() {
        return vague(bytes, size);
    }

    /// The same of a format that was read before.
    public static boolean vague(byte[] format, int size) {
        int letters = 0;
        for (int i = 0; i < size; i++) {
            if (format[i] == '%') {
                i = letter(format, i + 1, size);
            } else {
                letters += MacroHead.word(format[i]) ? 1 : 0;
            }
        }
        return (size > 0 && (format[0] == '%' || format[0] < 9)) || letters < FEW;
    }

    private void literal(byte[] source, int from, int to) {
        int end = to > from && source[to - 1] == '"' ? to - 1 : to;
        int at = from;
        while (at < end) {
            if (source[at] == '\\' && at + 1 < end) {
                at = escape(source, at + 1, end);
            } else {
                add(source[at++]);
            }
        }
    }

    /// Decodes the escape whose letter stands at `at`; gives the offset behind it.
    private int escape(byte[] source, int at, int end) {
        byte letter = source[at];
        if (letter >= '0' && letter <= '7') {
            return octal(source, at, end);
        }
        switch (letter) {
            case 'n' -> add((byte) '\n');
            case 't' -> add((byte) '\t');
            case 'r' -> add((byte) '\r');
            case 'x' -> {
                return hexadecimal(source, at + 1, end);
            }
            case '\n' -> {}
            case '\r', ' ' -> {
                return spliced(source, at, end);
            }
            default -> add(letter);
        }
        return at + 1;
    }

    private int spliced(byte[] source, int from, int end) {
        int at = from;
        while (at < end && (source[at] == ' ' || source[at] == '\r')) {
            at++;
        }
        return at < end && source[at] == '\n' ? at + 1 : at;
    }

    private int octal(byte[] source, int from, int end) {
        int value = 0;
        int at = from;
        for (; at < end && at < from + 3 && source[at] >= '0' && source[at] <= '7'; at++) {
            value = value * 8 + source[at] - '0';
        }
        control(value);
        return at;
    }

    private int hexadecimal(byte[] source, int from, int end) {
        int value = 0;
        int at = from;
        for (; at < end && Character.digit(source[at], 16) >= 0; at++) {
            value = value * 16 + Character.digit(source[at], 16);
        }
        control(value);
        return at;
    }

    /// The bytes that mark macros are dropped where a literal holds them: `\001` begins a log level, which is no text.
    private void control(int value) {
        add((byte) (value == MACRO || value == MACRO_END ? 0 : value));
    }

    private void add(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = b;
    }
}
