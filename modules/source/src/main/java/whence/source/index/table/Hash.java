package whence.source.index.table;

/// Hashes of short byte strings, the same on every machine: they stand in cache files.
public final class Hash {
    private Hash() {}

    public static int of(byte[] bytes, int from, int to) {
        long hash = 0x9e3779b97f4a7c15L ^ (to - from);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mix(hash ^ (long) LONG.get(bytes, at));
        }
        long mixed = mix(hash ^ rest(bytes, at, to));
        return (int) (mixed ^ (mixed >>> 32));
    }

    /// Fewer than eight bytes, the first in the lowest byte. Nearly always something stands behind them, so that they
    /// can be taken at once.
    private static long rest(byte[] bytes, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (from + 8 <= bytes.length) {
            return (long) LONG.get(bytes, from) & (-1L >>> (64 - 8 * (to - from)));
        }
        long rest = 0;
        for (int at = to - 1; at >= from; at--) {
            rest = (rest << 8) | (bytes[at] & 0xff);
        }
        return rest;
    }

    /// 64 bits over a file's contents, four times eight bytes a step. Tells versions of a file apart; not made
    /// against an adversary.
    public static long content(byte[] bytes) {
        return content(bytes, 0, bytes.length);
    }

    /// The same over a range; a change of one byte never gives the same hash.
    public static long content(byte[] bytes, int from, int to) {
        long first = 0x9e3779b97f4a7c15L ^ (to - from);
        long second = first ^ 1;
        long third = first ^ 2;
        long fourth = first ^ 3;
        int at = from;
        for (; at + 32 <= to; at += 32) {
            first = mix(first ^ (long) LONG.get(bytes, at));
            second = mix(second ^ (long) LONG.get(bytes, at + 8));
            third = mix(third ^ (long) LONG.get(bytes, at + 16));
            fourth = mix(fourth ^ (long) LONG.get(bytes, at + 24));
        }
        long hash = mix(mix(mix(first ^ second) ^ third) ^ fourth);
        for (; at < to; at++) {
            hash = mix(hash ^ (bytes[at] & 0xff));
        }
        return mix(hash);
    }

    private static final java.lang.invoke.VarHandle LONG =
            java.lang.invoke.MethodHandles.byteArrayViewVarHandle(long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);

    static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 29);
    }
}
