package whence.app.rows;

/// A range of rows with the end that moves; what selection means without ever listing rows.
///
/// @param anchor where it began
/// @param lead where it ends and the keyboard is; [#NONE] where nothing is selected
public record RowSelection(long anchor, long lead) {
    public static final long NOWHERE = -1;
    public static final RowSelection NONE = new RowSelection(NOWHERE, NOWHERE);

    public static RowSelection of(long row) {
        return new RowSelection(row, row);
    }

    /// The same range with another end.
    public RowSelection upTo(long row) {
        return isEmpty() ? of(row) : new RowSelection(anchor, row);
    }

    public boolean isEmpty() {
        return lead == NOWHERE;
    }

    public boolean contains(long row) {
        return !isEmpty() && row >= first() && row <= last();
    }

    public long first() {
        return Math.min(anchor, lead);
    }

    public long last() {
        return Math.max(anchor, lead);
    }

    /// Rows selected.
    public long size() {
        return isEmpty() ? 0 : last() - first() + 1;
    }
}
