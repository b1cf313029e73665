package whence.source.index.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes to encode into; small numbers take few bytes.
public final class ByteSink {
    private byte[] bytes;
    private int size;

    public ByteSink(int expected) {
        this.bytes = new byte[expected];
    }

    public int size() {
        return size;
    }

    /// The bytes so far, and room behind them.
    public byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, (int)
                    Math.min(Integer.MAX_VALUE - 16L, bytes.length * 3L / 2 + 64)));
        }
    }

    /// A text with its length before it.
    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8, 0, utf8.length);
    }

    /// Leaves room to be [#set] later; gives where it begins.
    int leave(int count) {
        room(count);
        int at = size;
        size += count;
        return at;
    }

    /// Puts four bytes at a place that was left.
    void set(int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    void u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /// Seven bits a byte, the lowest first; for numbers that are not negative.
    public void number(int value) {
        room(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// For numbers of either sign that are near 0.
    public void signed(int value) {
        number((value << 1) ^ (value >> 31));
    }

    public void i32(int value) {
        room(4);
        for (int i = 0; i < 4; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
    }

    public void i64(long value) {
        i32((int) value);
        i32((int) (value >>> 32));
    }

    public void bytes(byte[] source, int from, int length) {
        room(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }
}
