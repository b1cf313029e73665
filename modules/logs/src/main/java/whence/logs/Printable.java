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
    private static int characterLength(byte[] bytes, int at, int end) {
        int point = Utf8.point(bytes, at, end);
        return point >= 0 && point < 0x80 ? 1 : point >= 0xa0 ? Utf8.length(point) : 0;
    }
}
