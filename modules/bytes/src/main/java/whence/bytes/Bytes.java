package whence.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A read-only run of bytes, in a mapped file or on the heap, addressed by `long`.
///
/// Every access is checked. A mapped file that another program shortens faults on access; this class
/// (and nothing else) turns that fault into [ShrunkException], so a reader ends its work with a loss
/// instead of taking the program down. Bytes handed to native code must be copied first: see [#copy].
/// Instances may be read from several threads at once.
public final class Bytes {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment segment;
    private final long size;

    private Bytes(MemorySegment segment) {
        this.segment = segment;
        this.size = segment.byteSize();
    }

    /// Wraps memory that stays valid for as long as the result is used.
    public static Bytes of(MemorySegment segment) {
        return new Bytes(segment.asReadOnly());
    }

    /// Wraps an array without copying it.
    public static Bytes of(byte[] array) {
        return new Bytes(MemorySegment.ofArray(array).asReadOnly());
    }

    /// The UTF-8 bytes of a text; for tests and for text typed in by a person.
    public static Bytes ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public long size() {
        return size;
    }

    /// The byte at `offset`, sign-extended as Java does.
    public byte at(long offset) {
        try {
            return segment.get(ValueLayout.JAVA_BYTE, offset);
        } catch (InternalError fault) {
            throw new ShrunkException(offset, fault);
        }
    }

    /// Unsigned little-endian 16 bits.
    public int u16(long offset) {
        try {
            return Short.toUnsignedInt(segment.get(SHORT, offset));
        } catch (InternalError fault) {
            throw new ShrunkException(offset, fault);
        }
    }

    /// Little-endian 32 bits.
    public int i32(long offset) {
        try {
            return segment.get(INT, offset);
        } catch (InternalError fault) {
            throw new ShrunkException(offset, fault);
        }
    }

    /// Unsigned little-endian 32 bits.
    public long u32(long offset) {
        return Integer.toUnsignedLong(i32(offset));
    }

    /// Little-endian 64 bits; addresses in it are unsigned.
    public long i64(long offset) {
        try {
            return segment.get(LONG, offset);
        } catch (InternalError fault) {
            throw new ShrunkException(offset, fault);
        }
    }

    /// A view of part of these bytes; offsets in it start at 0.
    public Bytes slice(long offset, long length) {
        return new Bytes(segment.asSlice(offset, length));
    }

    /// A copy on the heap, safe to hand to native code and to keep after the file is gone.
    public byte[] copy(long offset, int length) {
        byte[] copy = new byte[length];
        copy(offset, copy, 0, length);
        return copy;
    }

    /// Copies into an array that the caller owns.
    public void copy(long offset, byte[] target, int targetOffset, int length) {
        try {
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, target, targetOffset, length);
        } catch (InternalError fault) {
            throw new ShrunkException(offset, fault);
        }
    }

    /// Text of a range, UTF-8 with replacement characters where it is not; for display, never for comparison.
    public String text(long offset, int length) {
        return new String(copy(offset, length), StandardCharsets.UTF_8);
    }

    /// All of it as text, for small inputs.
    public String text() {
        return text(0, Math.toIntExact(size));
    }

    /// Offset of the next `wanted` in `[from, to)`, or -1. Eight bytes a step.
    public long indexOf(byte wanted, long from, long to) {
        long pattern = 0x0101010101010101L * (wanted & 0xff);
        long at = from;
        for (long last = to - 8; at <= last; at += 8) {
            long x = i64(at) ^ pattern;
            long hit = (x - 0x0101010101010101L) & ~x & 0x8080808080808080L;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (at(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    /// Whether the bytes at `offset` are exactly `expected`; false where they do not fit.
    public boolean startsWith(byte[] expected, long offset) {
        if (offset < 0 || offset > size - expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (at(offset + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
