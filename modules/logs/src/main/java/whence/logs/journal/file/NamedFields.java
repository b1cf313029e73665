package whence.logs.journal.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The values of a few fields of an entry, found in one walk over its items; what an item is, is remembered by its
/// offset. One file, one thread.
public final class NamedFields {
    private static final int SLOTS = 1 << 14;
    private static final byte OTHER = -1;

    private final byte[][] prefixes;
    private final long[] objects = new long[SLOTS];
    private final byte[] kinds = new byte[SLOTS];
    private final long[] found;

    public NamedFields(String... names) {
        prefixes = Arrays.stream(names)
                .map(n -> (n + "=").getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        found = new long[names.length];
    }

    /// Looks the fields of an entry up; [#data] then says where they are.
    public void find(JournalFile file, long entry, Payloads payloads) {
        Arrays.fill(found, 0);
        for (int i = 0, count = file.itemCount(entry); i < count; i++) {
            long data = file.item(entry, i);
            int slot = (int) (data >>> 3 ^ data >>> 17) & (SLOTS - 1);
            if (objects[slot] != data) {
                kinds[slot] = kind(data, payloads);
                objects[slot] = data;
            }
            if (kinds[slot] != OTHER && found[kinds[slot]] == 0) {
                found[kinds[slot]] = data;
            }
        }
    }

    private byte kind(long data, Payloads payloads) {
        for (byte i = 0; i < prefixes.length; i++) {
            if (payloads.holds(data, prefixes[i])) {
                return i;
            }
        }
        return OTHER;
    }

    /// Offset of the data object of field `index`; 0 where the entry has none.
    public long data(int index) {
        return found[index];
    }

    /// Reads field `index` into `payloads`; says where the value starts, -1 where there is none.
    public int read(int index, Payloads payloads) {
        return found[index] != 0 && payloads.read(found[index]) ? prefixes[index].length : -1;
    }
}
