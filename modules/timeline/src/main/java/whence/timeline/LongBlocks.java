package whence.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A growing column of numbers in blocks: nothing is copied when it grows, and a block whose numbers lie within
/// 2^31 of its first takes four bytes a row. Rows that were not set hold [Events#NO_NUMBER].
final class LongBlocks {
    private static final int SHIFT = 12;
    private static final int SIZE = 1 << SHIFT;
    private static final int UNSET = Integer.MIN_VALUE;

    private Object[] blocks = new Object[1];
    private long[] bases = new long[1];

    void set(int row, long value) {
        int block = row >>> SHIFT;
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(block + 1, blocks.length * 2));
            bases = Arrays.copyOf(bases, blocks.length);
        }
        int at = row & SIZE - 1;
        if (blocks[block] instanceof long[] wide) {
            wide[at] = value;
        } else {
            narrow(block, at, value);
        }
    }

    private void narrow(int block, int at, long value) {
        int[] cells = (int[]) blocks[block];
        if (cells == null) {
            cells = new int[SIZE];
            Arrays.fill(cells, UNSET);
            blocks[block] = cells;
            bases[block] = value == Events.NO_NUMBER ? 0 : value;
        }
        long apart = value - bases[block];
        if (value == Events.NO_NUMBER) {
            cells[at] = UNSET;
        } else if (apart == (int) apart && apart != UNSET) {
            cells[at] = (int) apart;
        } else {
            widen(block, cells)[at] = value;
        }
    }

    private long[] widen(int block, int[] cells) {
        long[] wide = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            wide[i] = cells[i] == UNSET ? Events.NO_NUMBER : bases[block] + cells[i];
        }
        blocks[block] = wide;
        return wide;
    }

    long get(int row) {
        int block = row >>> SHIFT;
        int at = row & SIZE - 1;
        @Nullable Object cells = block < blocks.length ? blocks[block] : null;
        if (cells instanceof int[] small) {
            return at >= small.length || small[at] == UNSET ? Events.NO_NUMBER : bases[block] + small[at];
        }
        return cells instanceof long[] wide && at < wide.length ? wide[at] : Events.NO_NUMBER;
    }

    /// Lets go of what lies behind the last row.
    void trim(int count) {
        int last = count >>> SHIFT;
        if (last < blocks.length && blocks[last] instanceof int[] small) {
            blocks[last] = Arrays.copyOf(small, count & SIZE - 1);
        } else if (last < blocks.length && blocks[last] instanceof long[] wide) {
            blocks[last] = Arrays.copyOf(wide, count & SIZE - 1);
        }
    }
}
