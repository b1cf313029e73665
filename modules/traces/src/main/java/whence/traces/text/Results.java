package whence.traces.text;

import java.nio.charset.StandardCharsets;
import whence.evidence.Errno;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;

/// Results of functions and calls in traces.
public final class Results {
    private Results() {}

    /// Sets what was returned, and the errno that it is.
    public static void set(EventsBuilder events, int row, long value) {
        events.set(Fields.RET, row, value);
        int errno = Errno.ofReturn(value);
        if (errno > 0) {
            events.set(Fields.ERRNO, row, errno);
        }
    }

    /// A decimal number with an optional minus, or a hexadecimal one; [Events#NO_NUMBER] where it is none. 32 bits
    /// of an error (`0xffffffea`) are signed, as functions that return int leave the upper half open.
    public static long signed(byte[] text, int from, int to) {
        if (from >= to) {
            return Events.NO_NUMBER;
        }
        if (Ascii.at(text, from, to, "0x")) {
            return hexadecimal(text, from + 2, to);
        }
        boolean minus = text[from] == '-';
        int start = minus ? from + 1 : from;
        int end = Ascii.digitsEnd(text, start, to);
        boolean number = end > start && (end == to || !Ascii.word(text[end]));
        if (number && !minus && end - start > 18) {
            return unsigned(text, start, end);
        }
        long value = number ? Ascii.number(text, start, end) : -1;
        return value < 0 ? Events.NO_NUMBER : minus ? -value : value;
    }

    /// `18446744073709551594`: -22 that was printed as unsigned 64 bits.
    private static long unsigned(byte[] text, int from, int to) {
        if (to - from > 20) {
            return Events.NO_NUMBER;
        }
        try {
            return Long.parseUnsignedLong(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException beyond) {
            return Events.NO_NUMBER;
        }
    }

    private static long hexadecimal(byte[] text, int from, int to) {
        if (from >= to || to - from > 16) {
            return Events.NO_NUMBER;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return Events.NO_NUMBER;
            }
            value = value << 4 | digit;
        }
        boolean error = value >= 0xfffff001L && value <= 0xffffffffL;
        return error ? (int) value : value;
    }
}
