package whence.source.index;

import java.util.Arrays;

/// A growing column of longs.
final class Longs {
    /// From here on sorting by parts pays.
    private static final int MANY = 1 << 15;
    /// Values in a part, about.
    private static final int PART = 64;

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 16);
        }
        values[size++] = value;
    }

    long get(int at) {
        return values[at];
    }

    int size() {
        return size;
    }

    /// Sorts, signed. Most columns are hashes or begin with a number that counts up, so they are first dealt out to
    /// parts by their top bits.
    void sort() {
        if (size < MANY) {
            Arrays.sort(values, 0, size);
        } else {
            dealOut();
        }
    }

    private void dealOut() {
        long least = values[0];
        long most = values[0];
        boolean sorted = true;
        for (int i = 1; i < size; i++) {
            sorted &= values[i - 1] <= values[i];
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        if (sorted) {
            return;
        }
        int bits = 31 - Integer.numberOfLeadingZeros(size / PART);
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(most - least) - bits);
        int[] ends = new int[(1 << bits) + 1];
        for (int i = 0; i < size; i++) {
            ends[(int) ((values[i] - least) >>> shift) + 1]++;
        }
        for (int part = 1; part < ends.length; part++) {
            ends[part] += ends[part - 1];
        }
        long[] dealt = new long[size];
        for (int i = 0; i < size; i++) {
            dealt[ends[(int) ((values[i] - least) >>> shift)]++] = values[i];
        }
        for (int part = 0, from = 0; part < ends.length - 1; part++) {
            Arrays.sort(dealt, from, ends[part]);
            from = ends[part];
        }
        values = dealt;
    }
}
