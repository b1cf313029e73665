package whence.logs.journal.file;

import whence.bytes.Watch;

/// One pass over the objects of a journal file as they lie, copied to the heap a piece at a time: much cheaper than
/// following offsets through mapped memory, and only possible while nothing is damaged. One thread.
public final class Sweep {
    /// Told about the objects, in the order of their offsets. What `piece` holds changes after each call.
    public interface Visitor {
        /// A data object of `size` bytes at `offset` of the file, which lies at `at` of `piece`.
        void data(byte[] piece, int at, int size, long offset);

        /// A data object that is larger than a piece.
        void largeData(long offset);

        /// An entry; false where nobody can believe it.
        boolean entry(byte[] piece, int at, int size, long offset);
    }

    /// Fits into the cache of a processor's core, bytes.
    private static final int PIECE = 1 << 18;

    private static final int HEAD = 16;

    private final JournalFile file;
    private final Visitor visitor;
    private final byte[] piece = new byte[PIECE];
    private long start;
    private long end;

    public Sweep(JournalFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /// Whether the file is nothing but objects, one behind the other, up to the one that its header names as the
    /// last. Where it is not, the visitor was told about some of them.
    public boolean run(Watch watch) {
        JournalHeader header = file.header();
        long last = header.tailObjectOffset();
        long at = (header.headerSize() + 7) & ~7L;
        if (header.headerSize() < JournalHeader.SMALLEST
                || last < at
                || last > file.bytes().size() - HEAD) {
            return false;
        }
        while (at < last) {
            at = visit(at, watch);
            if (at < 0) {
                return false;
            }
        }
        return at == last && visit(at, watch) > 0;
    }

    /// Where the next object lies; -1 where none can lie at `offset`.
    private long visit(long offset, Watch watch) {
        if (offset + HEAD > end) {
            load(offset, watch);
        }
        int at = (int) (offset - start);
        int type = piece[at];
        long size = LittleEndian.i64(piece, at + 8);
        if (!file.fits(type, size, offset)) {
            return -1;
        }
        boolean visited = (type != JournalFile.DATA && type != JournalFile.ENTRY) || visit(type, offset, size, watch);
        return visited ? (offset + size + 7) & ~7L : -1;
    }

    private boolean visit(int type, long offset, long size, Watch watch) {
        if (offset + size > end) {
            load(offset, watch);
        }
        boolean data = type == JournalFile.DATA;
        if (offset + size > end) {
            if (data) {
                visitor.largeData(offset);
            }
            return data;
        }
        int at = (int) (offset - start);
        if (data) {
            visitor.data(piece, at, (int) size, offset);
            return true;
        }
        return visitor.entry(piece, at, (int) size, offset);
    }

    private void load(long offset, Watch watch) {
        watch.check();
        int length = (int) Math.min(PIECE, file.bytes().size() - offset);
        file.bytes().copy(offset, piece, 0, length);
        start = offset;
        end = offset + length;
    }
}
