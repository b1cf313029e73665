package whence.traces.text;

/// Reads stamps out of bytes: `12:34:56.789`, `1700000000.123456`, `24.600331`.
public final class Stamp {
    /// No stamp stands there.
    public static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;

    private Stamp() {}

    /// End of a run of digits with at most one dot in it, `at` where there is none.
    public static int decimalEnd(byte[] text, int at, int to) {
        int whole = Ascii.digitsEnd(text, at, to);
        if (whole == at || whole >= to || text[whole] != '.') {
            return whole;
        }
        int end = Ascii.digitsEnd(text, whole + 1, to);
        return end == whole + 1 ? whole : end;
    }

    /// Nanoseconds of decimal seconds in `[at, to)`, or [#NONE].
    public static long seconds(byte[] text, int at, int to) {
        int whole = Ascii.digitsEnd(text, at, to);
        long seconds = Ascii.number(text, at, whole);
        if (seconds < 0 || seconds > Long.MAX_VALUE / SECOND - 1) {
            return NONE;
        }
        if (whole == to) {
            return seconds * SECOND;
        }
        boolean fraction = text[whole] == '.' && Ascii.digitsEnd(text, whole + 1, to) == to;
        return fraction ? seconds * SECOND + Ascii.fractionNs(text, whole + 1, to) : NONE;
    }

    /// End of `HH:MM:SS` or `HH:MM:SS.fraction` at `at`, or -1.
    public static int timeOfDayEnd(byte[] text, int at, int to) {
        if (to - at < 8 || text[at + 2] != ':' || text[at + 5] != ':') {
            return -1;
        }
        boolean digits = Ascii.digitsEnd(text, at, to) == at + 2
                && Ascii.digitsEnd(text, at + 3, to) == at + 5
                && Ascii.digitsEnd(text, at + 6, to) == at + 8;
        if (!digits) {
            return -1;
        }
        return at + 8 < to && text[at + 8] == '.' ? Ascii.digitsEnd(text, at + 9, to) : at + 8;
    }

    /// Nanoseconds since midnight of what [#timeOfDayEnd] found.
    public static long timeOfDay(byte[] text, int at, int end) {
        long hours = two(text, at);
        long minutes = two(text, at + 3);
        long seconds = two(text, at + 6);
        long fraction = end > at + 9 ? Ascii.fractionNs(text, at + 9, end) : 0;
        return ((hours * 60 + minutes) * 60 + seconds) * SECOND + fraction;
    }

    private static int two(byte[] text, int at) {
        return (text[at] - '0') * 10 + text[at + 1] - '0';
    }
}
