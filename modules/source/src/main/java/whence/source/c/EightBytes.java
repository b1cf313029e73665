package whence.source.c;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for one byte in eight at a time: most of a kernel file is comments and lines.
final class EightBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOPS = 0x8080808080808080L;

    private EightBytes() {}

    /// Eight times the same byte.
    static long all(char wanted) {
        return 0x0101010101010101L * wanted;
    }

    /// The top bit of each of the eight bytes from `at` on that is the wanted one, the first in the lowest byte.
    static long hits(byte[] bytes, int at, long wanted) {
        long differs = (long) LONG.get(bytes, at) ^ wanted;
        return ~(((differs & ~TOPS) + ~TOPS) | differs | ~TOPS);
    }

    /// How many bytes stand before the first hit.
    static int first(long hits) {
        return Long.numberOfTrailingZeros(hits) >>> 3;
    }
}
