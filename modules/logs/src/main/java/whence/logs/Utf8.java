package whence.logs;

/// Characters in bytes that may be no text at all.
public final class Utf8 {
    private Utf8() {}

    /// The code point that begins at `at`; -1 where the bytes up to `end` are none: cut short, written longer than
    /// they need be, a surrogate, or beyond Unicode.
    public static int point(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > end) {
            return -1;
        }
        int point = first & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return -1;
            }
            point = point << 6 | (bytes[at + i] & 0x3f);
        }
        boolean character = length(point) == length && (point & 0xfffff800) != 0xd800 && point <= 0x10ffff;
        return character ? point : -1;
    }

    /// Bytes of a code point.
    public static int length(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
