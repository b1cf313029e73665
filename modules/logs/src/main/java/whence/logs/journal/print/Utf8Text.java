package whence.logs.journal.print;

/// Which bytes systemd takes for text: valid UTF-8 without control characters other than the tab, and without the
/// code points that Unicode sets aside as no characters. Everything else it writes as binary.
final class Utf8Text {
    private Utf8Text() {}

    static boolean is(byte[] bytes, int from, int to, boolean lineEnds) {
        for (int at = from; at < to; ) {
            byte b = bytes[at];
            if (b >= 0x20 && b != 0x7f) {
                at++;
            } else if (b >= 0) {
                if (b != '\t' && !(lineEnds && b == '\n')) {
                    return false;
                }
                at++;
            } else {
                int length = character(bytes, at, to);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /// Length of the character of two bytes or more at `at`; 0 where there is none that counts as text.
    private static int character(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > to) {
            return 0;
        }
        int point = first & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
            point = point << 6 | (bytes[at + i] & 0x3f);
        }
        boolean shortest = length == 2 || (length == 3 ? point >= 0x800 : point >= 0x10000);
        return shortest && isText(point) ? length : 0;
    }

    private static boolean isText(int point) {
        return point >= 0xa0
                && point <= 0x10ffff
                && (point & 0xfffff800) != 0xd800
                && (point < 0xfdd0 || point > 0xfdef)
                && (point & 0xfffe) != 0xfffe;
    }
}
