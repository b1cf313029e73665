package whence.source.index;

import java.util.Arrays;

/// Byte strings numbered in the order they were first seen; every string is kept once. They stand in parts that stay
/// where they are when more come; a string that is longer than what is left of a part begins a new one.
final class Pool {
    private static final int PART_BITS = 18;
    private static final int PART = 1 << PART_BITS;

    private byte[][] parts = {new byte[1 << 12]};
    private int part;
    private int filled;
    /// Where each string begins: its part in the high bits, its place there in the low ones.
    private int[] starts = new int[1 << 8];
    private int[] lengths = new int[1 << 8];
    private int[] table = new int[1 << 9];
    private int count;
    private int bytes;

    /// The number of a string, which is taken in if it is new.
    int intern(byte[] from, int start, int end) {
        return intern(from, start, end, Hash.of(from, start, end));
    }

    /// The same for a string whose [Hash] is known.
    int intern(byte[] from, int start, int end, int hash) {
        int slot = hash & (table.length - 1);
        while (table[slot] != 0) {
            int id = table[slot] - 1;
            int at = start(id);
            if (lengths[id] == end - start && Arrays.equals(bytes(id), at, at + lengths[id], from, start, end)) {
                return id;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return add(from, start, end, slot);
    }

    private int add(byte[] from, int start, int end, int slot) {
        int length = end - start;
        if (filled + length > parts[part].length) {
            grow(length);
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count + (count >> 1));
            lengths = Arrays.copyOf(lengths, starts.length);
        }
        System.arraycopy(from, start, parts[part], filled, length);
        starts[count] = (part << PART_BITS) | filled;
        lengths[count] = length;
        filled += length;
        bytes += length;
        table[slot] = ++count;
        if (count * 2 > table.length) {
            rehash();
        }
        return count - 1;
    }

    private void grow(int length) {
        if (parts[part].length < PART && filled + length <= PART) {
            parts[part] = Arrays.copyOf(parts[part], Math.min(PART, Math.max(filled + length, filled * 2)));
            return;
        }
        part++;
        filled = 0;
        if (part == parts.length) {
            parts = Arrays.copyOf(parts, part * 2);
        }
        parts[part] = new byte[Math.max(PART, length)];
    }

    private void rehash() {
        table = new int[table.length * 4];
        for (int id = 0; id < count; id++) {
            int slot = Hash.of(bytes(id), start(id), start(id) + lengths[id]) & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = id + 1;
        }
    }

    int count() {
        return count;
    }

    /// The array that a string stands in.
    byte[] bytes(int id) {
        return parts[starts[id] >>> PART_BITS];
    }

    /// Where it begins there.
    int start(int id) {
        return starts[id] & (PART - 1);
    }

    int length(int id) {
        return lengths[id];
    }

    /// Bytes of all strings together.
    int bytes() {
        return bytes;
    }
}
