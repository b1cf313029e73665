package whence.timeline;

import java.util.Arrays;

/// A growing column of 32-bit numbers in blocks; rows that were not set hold 0.
final class IntBlocks {
    private static final int SHIFT = 12;
    private static final int SIZE = 1 << SHIFT;
    private static final int[] NOTHING = {};

    private int[][] blocks = {NOTHING};

    void set(int row, int value) {
        int block = row >>> SHIFT;
        if (block >= blocks.length) {
            int old = blocks.length;
            blocks = Arrays.copyOf(blocks, Math.max(block + 1, old * 2));
            Arrays.fill(blocks, old, blocks.length, NOTHING);
        }
        if (blocks[block].length == 0) {
            blocks[block] = new int[SIZE];
        }
        blocks[block][row & SIZE - 1] = value;
    }

    int get(int row) {
        int block = row >>> SHIFT;
        int at = row & SIZE - 1;
        return block < blocks.length && at < blocks[block].length ? blocks[block][at] : 0;
    }

    /// Lets go of what lies behind the last row.
    void trim(int count) {
        int last = count >>> SHIFT;
        if (last < blocks.length && blocks[last].length > (count & SIZE - 1)) {
            blocks[last] = Arrays.copyOf(blocks[last], count & SIZE - 1);
        }
    }
}
