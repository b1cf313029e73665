package whence.timeline;

import java.util.Arrays;

/// A column of numbers while it is being filled; rows that are not set hold [Events#NO_NUMBER]. One thread.
public final class NumberCells {
    private static final int SMALLEST = 16;

    private long[] values = new long[0];

    NumberCells() {}

    public void set(int row, long value) {
        if (row >= values.length) {
            int old = values.length;
            values = Arrays.copyOf(values, Math.max(row + 1, old + (old >> 1) + SMALLEST));
            Arrays.fill(values, old, values.length, Events.NO_NUMBER);
        }
        values[row] = value;
    }

    Column build(int count) {
        return new Column.Numbers(Arrays.copyOf(values, Math.min(count, values.length)));
    }
}
