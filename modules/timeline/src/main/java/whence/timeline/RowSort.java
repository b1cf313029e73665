package whence.timeline;

import java.util.Arrays;

/// A stable merge sort of row numbers by a key beside them; nothing is boxed.
final class RowSort {
    private static final int SHORT_RUN = 16;

    private RowSort() {}

    static int[] byKey(long[] keys) {
        int[] rows = new int[keys.length];
        Arrays.setAll(rows, i -> i);
        sort(rows, rows.clone(), 0, rows.length, keys);
        return rows;
    }

    /// Sorts `[from, to)` of `target`; `source` holds the same rows and is used as space.
    private static void sort(int[] target, int[] source, int from, int to, long[] keys) {
        if (to - from <= SHORT_RUN) {
            insert(target, from, to, keys);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(source, target, from, middle, keys);
        sort(source, target, middle, to, keys);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean fromLeft = left < middle && (right >= to || keys[source[left]] <= keys[source[right]]);
            target[at] = fromLeft ? source[left++] : source[right++];
        }
    }

    private static void insert(int[] rows, int from, int to, long[] keys) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int at = i;
            while (at > from && keys[rows[at - 1]] > keys[row]) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }
}
