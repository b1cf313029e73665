package whence.logs.journal.file;

import java.util.HexFormat;
import whence.bytes.Bytes;

/// The header of a journal file, as it stands; fields that a shorter header of an older systemd lacks are 0.
///
/// Layout: systemd's `docs/JOURNAL_FILE_FORMAT.md`. All sizes in bytes, all offsets from the start of the file.
public record JournalHeader(
        int compatible,
        int incompatible,
        int state,
        String machineId,
        String seqnumId,
        long headerSize,
        long arenaSize,
        long tailObjectOffset,
        long entryCount,
        long entryArrayOffset) {
    private static final byte[] MAGIC = {'L', 'P', 'K', 'S', 'H', 'H', 'R', 'H'};
    public static final int SMALLEST = 208;
    public static final int XZ = 1;
    public static final int LZ4 = 2;
    public static final int KEYED_HASH = 4;
    public static final int ZSTD = 8;
    public static final int COMPACT = 16;
    private static final int UNDERSTOOD = XZ | LZ4 | KEYED_HASH | ZSTD | COMPACT;

    /// Whether bytes begin like a journal file.
    static boolean beginsOne(Bytes bytes) {
        return bytes.startsWith(MAGIC, 0);
    }

    /// Reads what is there of a header.
    ///
    /// @param bytes at least [#SMALLEST] bytes
    public static JournalHeader of(Bytes bytes) {
        return new JournalHeader(
                bytes.i32(8),
                bytes.i32(12),
                bytes.at(16),
                hex(bytes, 40),
                hex(bytes, 72),
                bytes.i64(88),
                bytes.i64(96),
                bytes.i64(136),
                bytes.i64(152),
                bytes.i64(176));
    }

    /// Entries and arrays use 32-bit offsets.
    public boolean compact() {
        return (incompatible & COMPACT) != 0;
    }

    /// Bits that say the file cannot be understood without knowing them, and that are not known.
    public int strangeFlags() {
        return incompatible & ~UNDERSTOOD;
    }

    private static String hex(Bytes bytes, long offset) {
        return HexFormat.of().formatHex(bytes.copy(offset, 16));
    }
}
