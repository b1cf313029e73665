package whence.symbols.facts;

import java.util.Arrays;

/// Sorts row numbers by unsigned address, stable, by merging the runs that are sorted already.
final class RunMerge {
    private final long[] address;
    private final int count;

    RunMerge(long[] address, int count) {
        this.address = address;
        this.count = count;
    }

    int[] sorted() {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> i);
        int[] starts = runs();
        int[] spare = starts.length > 2 ? new int[count] : rows;
        int runCount = starts.length - 1;
        while (runCount > 1) {
            int kept = 0;
            for (int run = 0; run < runCount; run += 2) {
                int middle = starts[Math.min(run + 1, runCount)];
                merge(rows, spare, starts[run], middle, starts[Math.min(run + 2, runCount)]);
                starts[kept++] = starts[run];
            }
            starts[kept] = count;
            runCount = kept;
            int[] other = rows;
            rows = spare;
            spare = other;
        }
        return rows;
    }

    /// Starts of ascending runs, and the end behind the last.
    private int[] runs() {
        int[] starts = new int[16];
        int found = 0;
        for (int row = 0; row < count; row++) {
            if (row == 0 || Long.compareUnsigned(address[row], address[row - 1]) < 0) {
                starts = found + 2 > starts.length ? Arrays.copyOf(starts, starts.length * 2) : starts;
                starts[found++] = row;
            }
        }
        starts[found] = count;
        return Arrays.copyOf(starts, found + 1);
    }

    private void merge(int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int at = low; at < high; at++) {
            boolean takeLeft = left < middle
                    && (right >= high || Long.compareUnsigned(address[from[left]], address[from[right]]) <= 0);
            to[at] = from[takeLeft ? left++ : right++];
        }
    }
}
