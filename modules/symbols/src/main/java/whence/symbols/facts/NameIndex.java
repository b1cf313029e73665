package whence.symbols.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Finds rows by name: an open hash table of first rows, and a chain from each row to the next of the same name.
final class NameIndex {
    private final SymbolColumns columns;
    /// First row of a name, plus 1; 0 is free.
    private final int[] slots;
    /// Next row of the same name, or -1; for the first row of a name it starts the chain.
    private final int[] next;

    private NameIndex(SymbolColumns columns, int[] slots, int[] next) {
        this.columns = columns;
        this.slots = slots;
        this.next = next;
    }

    static NameIndex of(SymbolColumns columns) {
        int capacity = Integer.highestOneBit(Math.max(8, columns.count)) << 1;
        NameIndex index = new NameIndex(columns, new int[capacity], new int[columns.count]);
        index.fill();
        return index;
    }

    /// From the last row to the first, so that every chain ascends.
    private void fill() {
        int[] hashes = new int[columns.count];
        for (int row = columns.count - 1; row >= 0; row--) {
            hashes[row] = hash(row);
            int slot = hashes[row] & (slots.length - 1);
            while (slots[slot] != 0 && (hashes[slots[slot] - 1] != hashes[row] || !sameName(slots[slot] - 1, row))) {
                slot = (slot + 1) & (slots.length - 1);
            }
            next[row] = slots[slot] - 1;
            slots[slot] = row + 1;
        }
    }

    int[] rows(String name) {
        int first = find(name.getBytes(StandardCharsets.UTF_8));
        return first < 0
                ? new int[0]
                : IntStream.iterate(first, row -> row >= 0, row -> next[row]).toArray();
    }

    int first(int row) {
        int slot = hash(row) & (slots.length - 1);
        while (slots[slot] != 0 && !sameName(slots[slot] - 1, row)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slots[slot] - 1;
    }

    int next(int row) {
        return next[row];
    }

    void eachFirst(IntConsumer action) {
        boolean[] later = new boolean[next.length];
        for (int row = 0; row < next.length; row++) {
            if (next[row] >= 0) {
                later[next[row]] = true;
            }
            if (!later[row]) {
                action.accept(row);
            }
        }
    }

    private int find(byte[] name) {
        int slot = hash(name) & (slots.length - 1);
        while (slots[slot] != 0) {
            int row = slots[slot] - 1;
            if (columns.nameLength(row) == name.length && columns.bytes.startsWith(name, columns.nameAt(row))) {
                return row;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private boolean sameName(int a, int b) {
        int length = columns.nameLength(a);
        if (length != columns.nameLength(b)) {
            return false;
        }
        long atA = columns.nameAt(a);
        long atB = columns.nameAt(b);
        for (int i = 0; i < length; i++) {
            if (columns.bytes.at(atA + i) != columns.bytes.at(atB + i)) {
                return false;
            }
        }
        return true;
    }

    private int hash(int row) {
        int hash = 0;
        long at = columns.nameAt(row);
        long end = at + columns.nameLength(row);
        for (; at < end; at++) {
            hash = hash * 31 + columns.bytes.at(at);
        }
        return spread(hash);
    }

    private static int hash(byte[] name) {
        return spread(Arrays.hashCode(name) - power31(name.length));
    }

    /// [Arrays#hashCode(byte\[\])] starts at 1, which contributes 31 to the power of the length.
    private static int power31(int length) {
        int power = 1;
        for (int i = 0; i < length; i++) {
            power *= 31;
        }
        return power;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ (mixed >>> 15);
    }
}
