package whence.source.index.table;

import java.util.Arrays;

/// A growing column of ints.
public final class Ints {
    private int[] values = new int[16];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 16);
        }
        values[size++] = value;
    }

    public int get(int at) {
        return values[at];
    }

    public void set(int at, int value) {
        values[at] = value;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /// Sorts what was added from `from` on, and takes out what is there twice.
    public void sortDistinct(int from) {
        Arrays.sort(values, from, size);
        int kept = from;
        for (int i = from; i < size; i++) {
            if (i == from || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
    }
}
