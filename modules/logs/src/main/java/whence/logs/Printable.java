package whence.logs;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes as a person may look at them, with nothing hidden: what is no printable UTF-8 stands as `\xNN`.
public final class Printable {
    private static final HexFormat HEX = HexFormat.of();

    private Printable() {}

    /// One line: control characters, line ends included, are escaped; a tab stays.
    public static String line(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int at = 0; at < bytes.length; ) {
            int length = characterLength(bytes, at, bytes.length);
            if (length > 1) {
                text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
            } else if (length == 1 && (bytes[at] == '\t' || (bytes[at] >= 0x20 && bytes[at] != 0x7f))) {
                text.append((char) bytes[at]);
            } else {
                length = Math.max(length, 1);
                text.append("\\x").append(HEX.toHexDigits(bytes[at]));
            }
            at += length;
        }
        return text.toString();
    }

    /// Length of the UTF-8 character at `at`; 0 where the bytes are none, or one of the C1 controls.
    public static int characterLength(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > end) {
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
        boolean character = point >= 0xa0 && (point < 0xd800 || point > 0xdfff) && point <= 0x10ffff;
        return shortest && character ? length : 0;
    }
}
