package whence.traces.text;

/// Small readings of ASCII in a byte array, for lexers; nothing here allocates. Positions are checked by the caller's
/// `to`, which is never behind the array.
public final class Ascii {
    private Ascii() {}

    public static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    public static boolean letter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    }

    public static boolean word(byte b) {
        return letter(b) || digit(b);
    }

    /// First place in `[at, to)` that is no space.
    public static int skipSpaces(byte[] text, int at, int to) {
        int i = at;
        while (i < to && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        return i;
    }

    /// First place in `[at, to)` that is a space or a tab, or `to`.
    public static int wordEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && text[i] != ' ' && text[i] != '\t') {
            i++;
        }
        return i;
    }

    /// First place in `[at, to)` that is no digit.
    public static int digitsEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && digit(text[i])) {
            i++;
        }
        return i;
    }

    /// Decimal number of at most 18 digits in `[at, to)`; -1 where it is none.
    public static long number(byte[] text, int at, int to) {
        if (at >= to || to - at > 18) {
            return -1;
        }
        long value = 0;
        for (int i = at; i < to; i++) {
            if (!digit(text[i])) {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /// Nanoseconds that the digits of a decimal fraction of a second in `[at, to)` mean; digits behind the ninth are
    /// dropped.
    public static long fractionNs(byte[] text, int at, int to) {
        long value = 0;
        int stop = Math.min(to, at + 9);
        for (int i = at; i < stop; i++) {
            value = value * 10 + text[i] - '0';
        }
        for (int i = stop - at; i < 9; i++) {
            value *= 10;
        }
        return value;
    }

    /// Whether `expected` stands at `at`.
    public static boolean at(byte[] text, int at, int to, String expected) {
        if (expected.length() > to - at) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// First place of `wanted` in `[at, to)`, or -1.
    public static int indexOf(byte[] text, int at, int to, String wanted) {
        for (int i = at; i <= to - wanted.length(); i++) {
            if (text[i] == wanted.charAt(0) && at(text, i, to, wanted)) {
                return i;
            }
        }
        return -1;
    }

    /// Last place of `wanted` in `[at, to)`, or -1.
    public static int lastIndexOf(byte[] text, int at, int to, String wanted) {
        for (int i = to - wanted.length(); i >= at; i--) {
            if (text[i] == wanted.charAt(0) && at(text, i, to, wanted)) {
                return i;
            }
        }
        return -1;
    }
}
