package whence.branches.value;

import java.util.BitSet;
import java.util.OptionalLong;

/// Bytes of an object of which some are known. Immutable.
public final class KnownBytes {
    private final byte[] bytes;
    private final BitSet known;

    private KnownBytes(byte[] bytes, BitSet known) {
        this.bytes = bytes;
        this.known = known;
    }

    /// Nothing is known of any byte.
    public static KnownBytes unknown() {
        return new KnownBytes(new byte[0], new BitSet());
    }

    /// These bytes from the start on; what lies behind them is not known.
    public static KnownBytes of(byte[] bytes) {
        BitSet known = new BitSet();
        known.set(0, bytes.length);
        return new KnownBytes(bytes.clone(), known);
    }

    /// The same with these bytes at an offset; offsets above 64 KiB are left out.
    public KnownBytes with(long offset, byte[] more) {
        if (offset < 0 || offset + more.length > 65536) {
            return this;
        }
        int end = (int) offset + more.length;
        byte[] copy = java.util.Arrays.copyOf(bytes, Math.max(bytes.length, end));
        System.arraycopy(more, 0, copy, (int) offset, more.length);
        BitSet all = (BitSet) known.clone();
        all.set((int) offset, end);
        return new KnownBytes(copy, all);
    }

    /// The same with an integer at an offset, little-endian.
    public KnownBytes with(long offset, int size, long value) {
        byte[] more = new byte[size];
        for (int i = 0; i < size; i++) {
            more[i] = (byte) (value >>> (8 * i));
        }
        return with(offset, more);
    }

    /// The same with zeros in `[from, to)`.
    public KnownBytes zeros(long from, long to) {
        return to <= from || to > 65536 ? this : with(from, new byte[(int) (to - from)]);
    }

    /// The integer at an offset; empty where one of its bytes is not known.
    public OptionalLong read(long offset, int size) {
        if (offset < 0 || offset > 65536 || size > 8 || known.nextClearBit((int) offset) < offset + size) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[(int) offset + i] & 0xffL) << (8 * i);
        }
        return OptionalLong.of(value);
    }

    /// Whether every byte of `[from, to)` is `wanted`.
    public Truth all(long from, long to, int wanted) {
        if (from < 0 || to > 65536 || to < from) {
            return Truth.UNKNOWN;
        }
        boolean sure = true;
        for (int i = (int) from; i < to; i++) {
            if (known.get(i) && (bytes[i] & 0xff) != (wanted & 0xff)) {
                return Truth.FALSE;
            }
            sure &= known.get(i);
        }
        return sure ? Truth.TRUE : Truth.UNKNOWN;
    }

    /// The same with the bytes from an offset on, as an object of its own.
    public KnownBytes from(long offset) {
        if (offset <= 0) {
            return this;
        }
        int from = (int) Math.min(offset, bytes.length);
        return new KnownBytes(
                java.util.Arrays.copyOfRange(bytes, from, bytes.length),
                known.get(from, Math.max(from, known.length())));
    }
}
