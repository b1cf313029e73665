package whence.source.index.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Walks bytes that a [ByteSink] took in; what ends too early is damaged.
public final class ByteSource {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    boolean more() {
        return at < bytes.length;
    }

    void skip(int count) {
        at += count;
    }

    public int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte b = next();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new DamagedException("a number without end");
    }

    private byte next() {
        if (at >= bytes.length) {
            throw early();
        }
        return bytes[at++];
    }

    private static DamagedException early() {
        return new DamagedException("ends in the middle");
    }

    public int signed() {
        int value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /// A count of things that take at least one byte each.
    public int count() {
        int count = number();
        if (count < 0 || count > bytes.length) {
            throw new DamagedException("a count beyond the end");
        }
        return count;
    }

    public long i64() {
        if (at > bytes.length - 8) {
            throw early();
        }
        long value = (long) LONG.get(bytes, at);
        at += 8;
        return value;
    }

    /// A text with its length before it.
    public String text() {
        int length = count();
        if (length > bytes.length - at) {
            throw early();
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
