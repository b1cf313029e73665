package whence.timeline;

/// A column of numbers while it is being filled; rows that are not set hold [Events#NO_NUMBER]. One thread.
public final class NumberCells {
    private final LongBlocks values = new LongBlocks();

    NumberCells() {}

    public void set(int row, long value) {
        values.set(row, value);
    }

    Column build(int count) {
        values.trim(count);
        return new Column.Numbers(values);
    }
}
