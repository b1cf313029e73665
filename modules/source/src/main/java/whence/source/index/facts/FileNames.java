package whence.source.index.facts;

import java.util.Arrays;
import whence.source.index.table.Hash;
import whence.source.index.table.Pool;

/// The numbers of names, asked for one file after the other. A file says the same names again and again: one that it
/// said before is compared with the place where it did, which is at hand, and not looked up in the pool of the tree.
final class FileNames {
    private static final int SLOTS = 1 << 10;
    private static final int NONE = -1;

    private final Pool pool;
    private final int[] numbers = new int[SLOTS];
    private final int[] starts = new int[SLOTS];
    private final int[] ends = new int[SLOTS];
    private byte[] bytes = {};

    FileNames(Pool pool) {
        this.pool = pool;
    }

    /// From now on names stand in this file.
    void begin(byte[] file) {
        bytes = file;
        Arrays.fill(numbers, NONE);
    }

    /// The number of a name that the file does not write in one piece.
    int number(byte[] name) {
        return pool.intern(name, 0, name.length, Hash.of(name, 0, name.length));
    }

    /// The number of the name that stands in `[from, to)`.
    int number(int from, int to) {
        int hash = Hash.of(bytes, from, to);
        int slot = hash & (SLOTS - 1);
        if (numbers[slot] == NONE || !Arrays.equals(bytes, starts[slot], ends[slot], bytes, from, to)) {
            numbers[slot] = pool.intern(bytes, from, to, hash);
            starts[slot] = from;
            ends[slot] = to;
        }
        return numbers[slot];
    }
}
