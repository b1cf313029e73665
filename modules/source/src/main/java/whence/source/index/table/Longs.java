package whence.source.index.table;

import java.util.Arrays;

/// A growing column of longs. It grows by parts that stay where they are: copying to a larger array leaves more
/// memory behind than the column has.
public final class Longs {
    private static final int PART_BITS = 16;
    private static final int PART = 1 << PART_BITS;
    /// From here on dealing out before sorting pays.
    private static final int MANY = 1 << 15;
    /// Values that are sorted together then, about.
    private static final int TOGETHER = 64;

    private long[][] parts = new long[1][16];
    private int size;

    public void add(long value) {
        int part = size >>> PART_BITS;
        int at = size & (PART - 1);
        if (part == parts.length || at >= parts[part].length) {
            grow(part, at);
        }
        parts[part][at] = value;
        size++;
    }

    private void grow(int part, int used) {
        if (part == parts.length) {
            parts = Arrays.copyOf(parts, part + 1);
            parts[part] = new long[PART];
        } else {
            parts[part] = Arrays.copyOf(parts[part], Math.min(PART, used * 2));
        }
    }

    long get(int at) {
        return parts[at >>> PART_BITS][at & (PART - 1)];
    }

    public int size() {
        return size;
    }

    /// All of them in order, signed; those that are there twice, twice. The column is empty then.
    public long[] sorted() {
        long[] values = size < MANY ? all() : dealtOut();
        parts = new long[1][16];
        size = 0;
        return values;
    }

    /// All of them in order, each once.
    public long[] distinct() {
        long[] values = sorted();
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        return kept == values.length ? values : Arrays.copyOf(values, kept);
    }

    private long[] all() {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = get(i);
        }
        Arrays.sort(values);
        return values;
    }

    /// Most columns are hashes or begin with a number that counts up, so they are first dealt out by their top bits.
    private long[] dealtOut() {
        long least = get(0);
        long most = least;
        for (int i = 1; i < size; i++) {
            long value = get(i);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        int bits = 31 - Integer.numberOfLeadingZeros(size / TOGETHER);
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(most - least) - bits);
        int[] ends = new int[(1 << bits) + 1];
        for (int i = 0; i < size; i++) {
            ends[(int) ((get(i) - least) >>> shift) + 1]++;
        }
        for (int heap = 1; heap < ends.length; heap++) {
            ends[heap] += ends[heap - 1];
        }
        long[] dealt = new long[size];
        for (int i = 0; i < size; i++) {
            long value = get(i);
            dealt[ends[(int) ((value - least) >>> shift)]++] = value;
        }
        for (int heap = 0, from = 0; heap < ends.length - 1; heap++) {
            Arrays.sort(dealt, from, ends[heap]);
            from = ends[heap];
        }
        return dealt;
    }
}
