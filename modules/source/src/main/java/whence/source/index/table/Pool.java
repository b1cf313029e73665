package whence.source.index.table;

import java.util.Arrays;

/// Byte strings numbered in the order they were first seen; every string is kept once. They stand in parts that stay
/// where they are when more come; a string that is longer than what is left of a part begins a new one.
public final class Pool {
    private static final int PART_BITS = 18;
    private static final int PART = 1 << PART_BITS;

    private byte[][] parts = {new byte[1 << 12]};
    private int part;
    private int filled;
    /// Two for each string: where it begins, its part in the high bits and its place there in the low ones, and how
    /// long it is.
    private int[] places = new int[1 << 9];
    /// By the low bits of a string's hash: the hash in the high half, the number from 1 in the low one. A tree has a
    /// million names, all of them far from the processor: where the hash differs, nothing else is looked at.
    private long[] table = new long[1 << 9];
    private int count;
    private int bytes;

    /// The number of a string, which is taken in if it is new.
    public int intern(byte[] from, int start, int end) {
        return intern(from, start, end, Hash.of(from, start, end));
    }

    /// The same for a string whose [Hash] is known.
    public int intern(byte[] from, int start, int end, int hash) {
        int slot = hash & (table.length - 1);
        for (long entry = table[slot]; entry != 0; entry = table[slot]) {
            if ((int) (entry >>> 32) == hash && same((int) entry - 1, from, start, end)) {
                return (int) entry - 1;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = ((long) hash << 32) | (count + 1);
        return add(from, start, end);
    }

    private boolean same(int id, byte[] from, int start, int end) {
        int at = start(id);
        return Arrays.equals(bytes(id), at, at + length(id), from, start, end);
    }

    private int add(byte[] from, int start, int end) {
        int length = end - start;
        if (filled + length > parts[part].length) {
            grow(length);
        }
        if (2 * count == places.length) {
            places = Arrays.copyOf(places, 2 * (count + (count >> 1)));
        }
        System.arraycopy(from, start, parts[part], filled, length);
        places[2 * count] = (part << PART_BITS) | filled;
        places[2 * count + 1] = length;
        filled += length;
        bytes += length;
        if (++count * 2 > table.length) {
            widen();
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

    private void widen() {
        long[] wider = new long[table.length * 2];
        for (long entry : table) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & (wider.length - 1);
                while (wider[slot] != 0) {
                    slot = (slot + 1) & (wider.length - 1);
                }
                wider[slot] = entry;
            }
        }
        table = wider;
    }

    public int count() {
        return count;
    }

    /// The array that a string stands in.
    byte[] bytes(int id) {
        return parts[places[2 * id] >>> PART_BITS];
    }

    /// Where it begins there.
    int start(int id) {
        return places[2 * id] & (PART - 1);
    }

    int length(int id) {
        return places[2 * id + 1];
    }

    /// Bytes of all strings together.
    int bytes() {
        return bytes;
    }
}
