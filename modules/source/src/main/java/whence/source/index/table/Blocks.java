package whence.source.index.table;

import whence.bytes.Bytes;
import whence.bytes.ShrunkException;

/// The body of an image in a file, in blocks that each have a sum. A block is checked when it is first touched, so
/// that opening costs nothing for what nobody reads, and damage anywhere is found before a byte of it is believed.
///
/// Sums are made over a copy on the heap. May be read from several threads: checking a block twice does no harm.
public final class Blocks {
    /// Bytes in a block; small, for a first answer touches many places.
    public static final int SIZE = 1 << 14;

    private final Bytes body;
    private final long[] sums;
    private final boolean[] checked;

    public Blocks(Bytes body, long[] sums) {
        this.body = body;
        this.sums = sums;
        this.checked = new boolean[sums.length];
    }

    /// Blocks that so many bytes take.
    public static int count(long bytes) {
        return Math.toIntExact((bytes + SIZE - 1) / SIZE);
    }

    /// @throws DamagedException where a block that holds any of these bytes is not what was written
    void check(long from, long length) {
        int last = (int) ((from + length - 1) / SIZE);
        for (int block = (int) (from / SIZE); block <= last; block++) {
            if (!checked[block]) {
                check(block);
            }
        }
    }

    private void check(int block) {
        long start = (long) block * SIZE;
        byte[] copy;
        try {
            copy = body.copy(start, (int) Math.min(SIZE, body.size() - start));
        } catch (ShrunkException | IndexOutOfBoundsException gone) {
            throw new DamagedException("the index was cut off while it was open", gone);
        }
        if (Hash.content(copy, 0, copy.length) != sums[block]) {
            throw new DamagedException("the index is damaged at byte " + start + " of its body");
        }
        checked[block] = true;
    }
}
