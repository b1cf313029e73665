package whence.branches.versions;

import java.util.List;

/// One row of a side-by-side view.
///
/// @param leftLine as the file states it; 0 where this side has no line here
/// @param leftMarks where in the left text the difference lies
public record LineRow(
        Kind kind,
        int leftLine,
        int rightLine,
        String left,
        String right,
        List<Mark> leftMarks,
        List<Mark> rightMarks) {
    public LineRow {
        leftMarks = List.copyOf(leftMarks);
        rightMarks = List.copyOf(rightMarks);
    }

    /// What became of a line.
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED,
        /// It stands elsewhere in the other version.
        MOVED
    }

    /// Characters `[from, to)` of a line.
    public record Mark(int from, int to) {}
}
