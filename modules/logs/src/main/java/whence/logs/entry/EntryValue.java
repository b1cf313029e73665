package whence.logs.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.timeline.Events;

/// A field of an entry with its value, decoded once however many entries share it.
///
/// @param number scaled; [Events#NO_NUMBER] for texts and for numbers that are none
public record EntryValue(EntryField field, long number, String text) {
    private static final EntryField[] ALL = EntryField.values();
    private static final byte[][] PREFIXES = Stream.of(ALL)
            .map(f -> (f.fieldName() + "=").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_TEXT = 4096;

    /// The value in a payload `NAME=value`; null where it is of no interest here.
    public static @Nullable EntryValue of(byte[] payload, int length) {
        for (int i = 0; i < ALL.length; i++) {
            byte[] prefix = PREFIXES[i];
            if (length > prefix.length && Arrays.equals(payload, 0, prefix.length, prefix, 0, prefix.length)) {
                return of(ALL[i], payload, prefix.length, length);
            }
        }
        return null;
    }

    /// The value of `field` in `[from, to)`.
    public static EntryValue of(EntryField field, byte[] bytes, int from, int to) {
        if (field.scale() == 0) {
            int end = Math.min(to, from + LONGEST_TEXT);
            return new EntryValue(field, Events.NO_NUMBER, new String(bytes, from, end - from, StandardCharsets.UTF_8));
        }
        return new EntryValue(field, scaled(number(bytes, from, to), field.scale()), "");
    }

    private static long scaled(long number, int scale) {
        return number == Events.NO_NUMBER || number > Long.MAX_VALUE / scale ? Events.NO_NUMBER : number * scale;
    }

    static long number(byte[] bytes, int from, int to) {
        if (to <= from || to - from > LONGEST_NUMBER) {
            return Events.NO_NUMBER;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return Events.NO_NUMBER;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
