package whence.app.view.timeline;

import org.jspecify.annotations.Nullable;

/// Where the focus is among the rows. Rows filtered anew are another place, even at the same number.
///
/// @param hidden whether the filter hides it; `row` is then where it would stand
record RowPlace(@Nullable EventRows rows, long row, boolean hidden) {
    static final RowPlace NOWHERE = new RowPlace(null, 0, true);

    /// Whether there is an event in focus that the filter keeps out of sight.
    boolean hides() {
        return rows != null && hidden;
    }

    static RowPlace of(EventRows rows, int position) {
        long row = rows.rowOf(position);
        return row < 0 ? new RowPlace(rows, -1 - row, true) : new RowPlace(rows, row, false);
    }
}
