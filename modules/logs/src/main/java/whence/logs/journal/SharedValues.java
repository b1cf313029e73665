package whence.logs.journal;

import org.jspecify.annotations.Nullable;
import whence.logs.entry.EntryValue;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Payloads;

/// Remembers what recently met data objects mean. Entries share most of their objects, so nearly all look-ups end
/// here and never touch the file. A fixed number of slots, each overwritten by the next object that falls on it;
/// one thread.
final class SharedValues {
    /// Where the text begins in `MESSAGE=text`, less one.
    private static final int MESSAGE_TEXT = 7;

    private static final int SLOTS = 1 << 15;

    private final long[] objects = new long[SLOTS];
    private final @Nullable EntryValue[] values = new @Nullable EntryValue[SLOTS];
    private final Payloads payloads;
    private boolean readable;

    SharedValues(JournalFile file) {
        this.payloads = new Payloads(file);
    }

    /// The value of a data object; null where it is none that becomes a column or cannot be read, see [#readable].
    @Nullable
    EntryValue get(long data) {
        readable = true;
        int slot = slot(data);
        if (objects[slot] == data) {
            return values[slot];
        }
        EntryValue value = read(data);
        if (readable) {
            objects[slot] = data;
            values[slot] = value;
        }
        return value;
    }

    /// Takes the value of a data object that somebody else has looked at.
    void remember(long data, @Nullable EntryValue value) {
        int slot = slot(data);
        objects[slot] = data;
        values[slot] = value;
    }

    private static int slot(long data) {
        return (int) (data >>> 3 ^ data >>> 18) & (SLOTS - 1);
    }

    /// Whether the last [#get] could read its object.
    boolean readable() {
        return readable;
    }

    /// Why it could not.
    String problem() {
        return payloads.problem();
    }

    private @Nullable EntryValue read(long data) {
        boolean boring = payloads.isPlain(data)
                ? !EntryValue.mayBe(payloads.firstFour(data), payloads.bytes(data, MESSAGE_TEXT))
                : payloads.claimedLength(data) > EntryValue.LONGEST;
        if (boring) {
            return null;
        }
        readable = payloads.read(data);
        return readable ? EntryValue.of(payloads.buffer(), 0, payloads.length()) : null;
    }
}
