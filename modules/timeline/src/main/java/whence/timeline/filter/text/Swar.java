package whence.timeline.filter.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for a byte in an array, eight at a step.
final class Swar {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Swar() {}

    static int indexOf(byte[] text, byte wanted, int from, int to) {
        long pattern = 0x0101010101010101L * (wanted & 0xff);
        int at = from;
        for (int last = to - 8; at <= last; at += 8) {
            long x = (long) LONG.get(text, at) ^ pattern;
            long hit = (x - 0x0101010101010101L) & ~x & 0x8080808080808080L;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (text[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
