package whence.logs.journal.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Payloads;

/// Fields as members of a JSON object, rendered once where entries share them. One file, one thread.
final class JsonValues {
    /// From this length on (name, `=` and value), journalctl writes null.
    private static final int TOO_LONG = 4096;

    private static final int SLOTS = 1 << 14;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final long[] objects = new long[SLOTS];
    private final @Nullable Value[] values = new @Nullable Value[SLOTS];
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> keys = new ArrayList<>();

    private int bootId = -1;

    /// A value and the number of its field's name.
    static final class Value {
        private final int name;
        private final byte[] json;

        private Value(int name, byte[] json) {
            this.name = name;
            this.json = json;
        }

        int name() {
            return name;
        }

        /// Shared; to be read only.
        byte[] json() {
            return json;
        }
    }

    /// `,"NAME":` of a name's number.
    byte[] key(int name) {
        return keys.get(name);
    }

    /// Whether it is the boot id, which stands in every entry's head already.
    boolean isBootId(int name) {
        return name == bootId;
    }

    /// How many names have been met.
    int names() {
        return keys.size();
    }

    /// The field of a data object; null where it cannot be read or has no printable name.
    @Nullable
    Value of(JournalFile file, long data, Payloads payloads) {
        int slot = (int) (data >>> 3 ^ data >>> 17) & (SLOTS - 1);
        if (objects[slot] == data) {
            return values[slot];
        }
        if (!payloads.read(data)) {
            return null;
        }
        Value value = render(payloads.buffer(), payloads.length());
        if (file.entryCount(data) > 1) {
            objects[slot] = data;
            values[slot] = value;
        }
        return value;
    }

    private @Nullable Value render(byte[] payload, int length) {
        int name = FieldNames.length(payload, length);
        if (name < 0) {
            return null;
        }
        int number = numbers.computeIfAbsent(new String(payload, 0, name, StandardCharsets.US_ASCII), this::number);
        return new Value(number, length >= TOO_LONG ? NULL : json(payload, name + 1, length));
    }

    private int number(String name) {
        bootId = name.equals("_BOOT_ID") ? keys.size() : bootId;
        keys.add((",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII));
        return keys.size() - 1;
    }

    private static byte[] json(byte[] bytes, int from, int to) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(to - from + 8);
        if (Utf8Text.is(bytes, from, to, true)) {
            string(bytes, from, to, json);
        } else {
            numbers(bytes, from, to, json);
        }
        return json.toByteArray();
    }

    private static void numbers(byte[] bytes, int from, int to, ByteArrayOutputStream json) {
        json.write('[');
        for (int i = from; i < to; i++) {
            if (i > from) {
                json.write(',');
            }
            json.writeBytes(Integer.toString(bytes[i] & 0xff).getBytes(StandardCharsets.US_ASCII));
        }
        json.write(']');
    }

    private static void string(byte[] bytes, int from, int to, ByteArrayOutputStream json) {
        json.write('"');
        int plain = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\\' || (b >= 0 && b < 0x20)) {
                json.write(bytes, plain, i - plain);
                escape(b, json);
                plain = i + 1;
            }
        }
        json.write(bytes, plain, to - plain);
        json.write('"');
    }

    private static void escape(byte b, ByteArrayOutputStream json) {
        json.write('\\');
        switch (b) {
            case '"', '\\' -> json.write(b);
            case '\n' -> json.write('n');
            case '\t' -> json.write('t');
            default -> json.writeBytes(new byte[] {'u', '0', '0', HEX[b >> 4], HEX[b & 15]});
        }
    }
}
