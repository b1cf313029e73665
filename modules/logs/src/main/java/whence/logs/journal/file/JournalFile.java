package whence.logs.journal.file;

import java.util.HexFormat;
import whence.bytes.Bytes;

/// The objects of one journal file, each checked before it is used. Holds no state but the bytes; any thread.
///
/// Layout: systemd's `docs/JOURNAL_FILE_FORMAT.md`.
public final class JournalFile {
    public static final int DATA = 1;
    public static final int ENTRY = 3;
    public static final int ENTRY_ARRAY = 6;
    private static final int LAST_TYPE = 7;
    private static final int ARRAY_ITEMS = 24;
    public static final int ENTRY_ITEMS = 64;
    /// Times of entries lie below this, microseconds (`TIMESTAMP_UPPER` of systemd: the year 3111).
    private static final long TIME_LIMIT = 1L << 55;

    private static final long[] SMALLEST = {16, 64, 40, 64, 16, 16, 24, 64};

    private final Bytes bytes;
    private final JournalHeader header;
    private final boolean compact;

    /// @param bytes at least [JournalHeader#SMALLEST] bytes that live as long as this
    public JournalFile(Bytes bytes, JournalHeader header) {
        this.bytes = bytes;
        this.header = header;
        this.compact = header.compact();
    }

    /// The file in `bytes`, if these are long enough for a header.
    public static JournalFile of(Bytes bytes) {
        return new JournalFile(bytes, JournalHeader.of(bytes));
    }

    /// Whether the bytes begin like a journal file and are long enough for its header.
    public static boolean isOne(Bytes bytes) {
        return bytes.size() >= JournalHeader.SMALLEST && JournalHeader.beginsOne(bytes);
    }

    public Bytes bytes() {
        return bytes;
    }

    public JournalHeader header() {
        return header;
    }

    public int type(long object) {
        return bytes.at(object);
    }

    /// Size of an object with its head, without the padding behind it.
    public long size(long object) {
        return bytes.i64(object + 8);
    }

    /// Whether an object of any known type lies at `offset`, whole.
    public boolean holdsObject(long offset) {
        if (offset < JournalHeader.SMALLEST || (offset & 7) != 0 || offset > bytes.size() - 16) {
            return false;
        }
        return fits(type(offset), size(offset), offset);
    }

    /// Whether an object of this type and size may lie at `offset`.
    public boolean fits(int type, long size, long offset) {
        return type > 0 && type <= LAST_TYPE && size >= SMALLEST[type] && size <= bytes.size() - offset;
    }

    private boolean holds(int type, long offset) {
        return holdsObject(offset) && type(offset) == type;
    }

    /// Whether a believable entry lies at `offset`.
    public boolean holdsEntry(long offset) {
        if (!holds(ENTRY, offset)) {
            return false;
        }
        long items = size(offset) - ENTRY_ITEMS;
        return items > 0
                && items % itemSize() == 0
                && seqnum(offset) != 0
                && realtimeUs(offset) > 0
                && realtimeUs(offset) < TIME_LIMIT
                && monotonicUs(offset) >= 0
                && monotonicUs(offset) < TIME_LIMIT
                && (bootHigh(offset) | bootLow(offset)) != 0;
    }

    /// Whether an entry copied to `at` of `bytes` is believable, as [#holdsEntry] says.
    public boolean believes(byte[] bytes, int at, int size) {
        long realtime = LittleEndian.i64(bytes, at + 24);
        long monotonic = LittleEndian.i64(bytes, at + 32);
        return size > ENTRY_ITEMS
                && (size - ENTRY_ITEMS) % itemSize() == 0
                && seqnum(bytes, at) != 0
                && realtime > 0
                && realtime < TIME_LIMIT
                && monotonic >= 0
                && monotonic < TIME_LIMIT
                && (LittleEndian.i64(bytes, at + 40) | LittleEndian.i64(bytes, at + 48)) != 0;
    }

    /// The sequence number of an entry copied to `at` of `bytes`.
    public static long seqnum(byte[] bytes, int at) {
        return LittleEndian.i64(bytes, at + 16);
    }

    public boolean holdsEntryArray(long offset) {
        return holds(ENTRY_ARRAY, offset) && (size(offset) - ARRAY_ITEMS) % arrayItemSize() == 0;
    }

    /// Whether a data object lies at `offset`; its payload need not be readable.
    public boolean holdsData(long offset) {
        return holds(DATA, offset) && size(offset) > payloadStart();
    }

    public long arrayLength(long array) {
        return (size(array) - ARRAY_ITEMS) / arrayItemSize();
    }

    public long arrayItem(long array, long index) {
        long at = array + ARRAY_ITEMS + index * arrayItemSize();
        return compact ? bytes.u32(at) : bytes.i64(at);
    }

    public long nextArray(long array) {
        return bytes.i64(array + 16);
    }

    public int itemCount(long entry) {
        return (int) Math.min((size(entry) - ENTRY_ITEMS) / itemSize(), Integer.MAX_VALUE);
    }

    /// Offset of the data object of the entry's item `index`; unchecked.
    public long item(long entry, int index) {
        long at = entry + ENTRY_ITEMS + (long) index * itemSize();
        return compact ? bytes.u32(at) : bytes.i64(at);
    }

    public long seqnum(long entry) {
        return bytes.i64(entry + 16);
    }

    public long realtimeUs(long entry) {
        return bytes.i64(entry + 24);
    }

    public long monotonicUs(long entry) {
        return bytes.i64(entry + 32);
    }

    /// The two halves of a boot id; only good for comparing.
    public long bootHigh(long entry) {
        return bytes.i64(entry + 40);
    }

    public long bootLow(long entry) {
        return bytes.i64(entry + 48);
    }

    /// 32 hexadecimal digits.
    public String bootId(long entry) {
        return HexFormat.of().formatHex(bytes.copy(entry + 40, 16));
    }

    public long xorHash(long entry) {
        return bytes.i64(entry + 56);
    }

    /// Where the payload of a data object starts, from the object's start.
    public int payloadStart() {
        return compact ? 72 : 64;
    }

    /// How many entries a data object says it belongs to.
    public long entryCount(long data) {
        return bytes.i64(data + 56);
    }

    /// Flags of an object: how its payload is compressed.
    public int flags(long object) {
        return bytes.at(object + 1);
    }

    public int itemSize() {
        return compact ? 4 : 16;
    }

    private int arrayItemSize() {
        return compact ? 4 : 8;
    }
}
