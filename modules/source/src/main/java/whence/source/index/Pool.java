package whence.source.index;

import java.util.Arrays;

/// Byte strings numbered in the order they were first seen; every string is kept once.
final class Pool {
    private byte[] arena = new byte[1 << 12];
    private int[] offsets = new int[1 << 8];
    private int[] table = new int[1 << 9];
    private int count;

    /// The number of a string, which is taken in if it is new.
    int intern(byte[] bytes, int from, int to) {
        return intern(bytes, from, to, Hash.of(bytes, from, to));
    }

    /// The same for a string whose [Hash] is known.
    int intern(byte[] bytes, int from, int to, int hash) {
        int slot = hash & (table.length - 1);
        while (table[slot] != 0) {
            int id = table[slot] - 1;
            if (Arrays.equals(arena, offsets[id], offsets[id + 1], bytes, from, to)) {
                return id;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return add(bytes, from, to, slot);
    }

    private int add(byte[] bytes, int from, int to, int slot) {
        int length = to - from;
        int at = offsets[count];
        if (at + length > arena.length) {
            arena = Arrays.copyOf(arena, (int)
                    Math.min(Integer.MAX_VALUE - 16L, Math.max(at + (long) length, arena.length * 3L / 2)));
        }
        System.arraycopy(bytes, from, arena, at, length);
        table[slot] = ++count;
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count + (count >> 1));
        }
        offsets[count] = at + length;
        if (count * 2 > table.length) {
            rehash();
        }
        return count - 1;
    }

    private void rehash() {
        table = new int[table.length * 4];
        for (int id = 0; id < count; id++) {
            int slot = Hash.of(arena, offsets[id], offsets[id + 1]) & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = id + 1;
        }
    }

    int count() {
        return count;
    }

    byte[] arena() {
        return arena;
    }

    int start(int id) {
        return offsets[id];
    }

    int end(int id) {
        return offsets[id + 1];
    }

    /// Bytes of all strings together.
    int bytes() {
        return offsets[count];
    }
}
