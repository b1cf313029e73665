package whence.source.index;

/// Hashes of short byte strings, the same on every machine: they stand in cache files.
public final class Hash {
    private Hash() {}

    static int of(byte[] bytes, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        return hash ^ (hash >>> 13);
    }

    /// 64 bits over a file's contents, eight bytes a step. Tells versions of a file apart; not made against an
    /// adversary.
    public static long content(byte[] bytes) {
        return content(bytes, 0, bytes.length);
    }

    /// The same over a range; a change of one byte never gives the same hash.
    public static long content(byte[] bytes, int from, int to) {
        long hash = 0x9e3779b97f4a7c15L ^ (to - from);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mix(hash ^ (long) LONG.get(bytes, at));
        }
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
