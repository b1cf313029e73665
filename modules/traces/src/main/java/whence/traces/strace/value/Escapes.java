package whence.traces.strace.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Undoes the escapes of strace's strings: C's letters, up to three octal digits, `\xNN`.
final class Escapes {
    private Escapes() {}

    static byte[] bytes(String escaped) {
        byte[] text = escaped.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\\' || i + 1 == text.length) {
                bytes.write(text[i]);
            } else {
                i = one(text, i + 1, bytes);
            }
        }
        return bytes.toByteArray();
    }

    /// Decodes the escape whose letter stands at `at`; returns the place of its last character.
    private static int one(byte[] text, int at, ByteArrayOutputStream bytes) {
        int octal = digits(text, at, 3, 8);
        int hex = text[at] == 'x' ? digits(text, at + 1, 2, 16) : 0;
        if (octal > 0) {
            bytes.write(Integer.parseInt(new String(text, at, octal, StandardCharsets.ISO_8859_1), 8));
            return at + octal - 1;
        }
        if (hex > 0) {
            bytes.write(Integer.parseInt(new String(text, at + 1, hex, StandardCharsets.ISO_8859_1), 16));
            return at + hex;
        }
        int letter = "abtnvfre".indexOf(text[at]);
        bytes.write(letter < 0 ? text[at] : letter == 7 ? 27 : 7 + letter);
        return at;
    }

    private static int digits(byte[] text, int at, int most, int radix) {
        int count = 0;
        while (count < most && at + count < text.length && Character.digit(text[at + count], radix) >= 0) {
            count++;
        }
        return count;
    }
}
