package whence.logs.journal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import whence.bytes.Bytes;

/// Collects output in one buffer and hands it on in large pieces. One thread.
final class Sink {
    private static final int PIECE = 1 << 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private byte[] buffer = new byte[2 * PIECE];
    private int length;

    Sink(OutputStream out) {
        this.out = out;
    }

    void put(byte b) {
        room(1);
        buffer[length++] = b;
    }

    void put(byte[] bytes) {
        put(bytes, 0, bytes.length);
    }

    void put(byte[] bytes, int from, int count) {
        room(count);
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
    }

    /// Copies from a file without a step between.
    void put(Bytes bytes, long from, int count) {
        room(count);
        bytes.copy(from, buffer, length, count);
        length += count;
    }

    /// An ASCII text.
    void put(String text) {
        put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void decimal(long number) {
        if (number < 0) {
            put(Long.toUnsignedString(number));
            return;
        }
        room(20);
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /// Hexadecimal, unsigned, without leading zeros.
    void hex(long number) {
        room(16);
        int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4);
        for (int i = digits - 1; i >= 0; i--) {
            buffer[length++] = HEX[(int) (number >>> (4 * i)) & 15];
        }
    }

    /// Eight bytes, least significant first.
    void littleEndian(long number) {
        room(8);
        for (int i = 0; i < 8; i++) {
            buffer[length++] = (byte) (number >>> (8 * i));
        }
    }

    /// How much waits to be handed on.
    int length() {
        return length;
    }

    /// Takes back what was put since [#length] was `mark`.
    void cutTo(int mark) {
        length = mark;
    }

    /// A copy of what was put since [#length] was `from`.
    byte[] copyFrom(int from) {
        return Arrays.copyOfRange(buffer, from, length);
    }

    private void room(int count) {
        if (buffer.length - length < count) {
            buffer = Arrays.copyOf(buffer, Math.max(length + count, buffer.length * 2));
        }
    }

    /// Hands on what has piled up; call between entries.
    void breathe() throws IOException {
        if (length >= PIECE) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
