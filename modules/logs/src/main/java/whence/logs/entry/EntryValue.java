package whence.logs.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.logs.service.ServiceLevel;
import whence.logs.service.ServiceLine;
import whence.timeline.Events;
import whence.timeline.TextCells;

/// A field of an entry with its value, decoded once however many entries share it. One thread.
public final class EntryValue {
    private static final EntryField[] ALL = EntryField.values();
    private static final byte[] MESSAGE = "MESSAGE=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] PREFIXES = Stream.of(ALL)
            .map(f -> (f.fieldName() + "=").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    // The first four letters of the names in EntryField, as a little-endian number; OF_ stands for the underscore.
    private static final int PRIO = 0x4f495250;
    private static final int SYSL = 0x4c535953;
    private static final int MESS = 0x5353454d;
    private static final int OF_PID = 0x4449505f;
    private static final int OF_TRA = 0x4152545f;
    private static final int OF_COM = 0x4d4f435f;
    private static final int OF_SYS = 0x5359535f;
    private static final int OF_HOS = 0x534f485f;
    private static final int ERRN = 0x4e525245;
    private static final int OF_SOU = 0x554f535f;
    private static final int OF_KER = 0x52454b5f;
    private static final int CONT = 0x544e4f43;
    private static final int LONGEST_NUMBER = 18;
    /// A longer payload than this, name included, is no name of anything and fills no column, bytes.
    public static final int LONGEST = 512;

    private final EntryField field;
    private final long number;
    private final String text;
    private @Nullable TextCells coded;
    private int code;

    private EntryValue(EntryField field, long number, String text) {
        this.field = field;
        this.number = number;
        this.text = text;
    }

    /// The value in a payload `NAME=value` in `[from, to)`; null where it is of no interest here.
    public static @Nullable EntryValue of(byte[] payload, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        if (startsWith(payload, from, to, MESSAGE)) {
            return level(payload, from + MESSAGE.length, to);
        }
        for (int i = 0; i < ALL.length; i++) {
            byte[] prefix = PREFIXES[i];
            if (startsWith(payload, from, to, prefix)) {
                return of(ALL[i], payload, from + prefix.length, to);
            }
        }
        return null;
    }

    /// The value of `field` in `[from, to)`.
    public static EntryValue of(EntryField field, byte[] bytes, int from, int to) {
        if (field == EntryField.LEVEL) {
            EntryValue level = to - from > LONGEST ? null : level(bytes, from, to);
            return level == null ? new EntryValue(field, Events.NO_NUMBER, "") : level;
        }
        if (field.scale() == 0) {
            int end = Math.min(to, from + LONGEST);
            return new EntryValue(field, Events.NO_NUMBER, new String(bytes, from, end - from, StandardCharsets.UTF_8));
        }
        return new EntryValue(field, scaled(number(bytes, from, to), field.scale()), "");
    }

    private static boolean startsWith(byte[] payload, int from, int to, byte[] prefix) {
        return to - from > prefix.length
                && Arrays.equals(payload, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /// The level in a message that a service laid out; null where it did not.
    private static @Nullable EntryValue level(byte[] bytes, int from, int to) {
        String level = ServiceLevel.in(bytes, from, to);
        return level.isEmpty() ? null : new EntryValue(EntryField.LEVEL, Events.NO_NUMBER, level);
    }

    /// Whether a payload may be of interest.
    ///
    /// @param fourBytes its first four bytes, the first one lowest
    /// @param afterSeven the three bytes behind the first seven: of a message, `=` and how its text starts
    public static boolean mayBe(int fourBytes, int afterSeven) {
        return switch (fourBytes) {
            case PRIO, SYSL, OF_PID, OF_TRA, OF_COM, OF_SYS, OF_HOS, ERRN, OF_SOU, OF_KER, CONT -> true;
            case MESS ->
                (byte) afterSeven == '_' || ServiceLine.mayStart((byte) (afterSeven >> 8), (byte) (afterSeven >> 16));
            default -> false;
        };
    }

    public EntryField field() {
        return field;
    }

    /// Scaled; [Events#NO_NUMBER] for texts and for numbers that are none.
    public long number() {
        return number;
    }

    public String text() {
        return text;
    }

    /// The code of the text in a column, asked of it once.
    int code(TextCells cells) {
        if (coded != cells) {
            code = cells.code(text);
            coded = cells;
        }
        return code;
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
