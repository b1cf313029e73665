package whence.logs.journal.print;

import whence.logs.Utf8;

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
                int point = Utf8.point(bytes, at, to);
                if (!isText(point)) {
                    return false;
                }
                at += Utf8.length(point);
            }
        }
        return true;
    }

    private static boolean isText(int point) {
        return point >= 0xa0 && (point < 0xfdd0 || point > 0xfdef) && (point & 0xfffe) != 0xfffe;
    }
}
