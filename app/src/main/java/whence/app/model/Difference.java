package whence.app.model;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Two versions of a function, aligned: each row has a line on the left, on the right, or on both; where one is
/// missing a filler stands.
///
/// @param summary what differs, and what the evidence says to it
public record Difference(String function, String leftTitle, String rightTitle, List<Row> rows, String summary) {
    public Difference {
        rows = List.copyOf(rows);
    }

    /// Rows at which F7 stops: the first of each run of changed rows.
    public List<Integer> stops() {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).change() != Change.SAME
                        && (i == 0 || rows.get(i - 1).change() == Change.SAME))
                .boxed()
                .toList();
    }

    /// How the two sides of a row relate.
    public enum Change {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /// One row.
    ///
    /// @param exit what the difference in exits is here, in words; empty where there is none
    public record Row(@Nullable Line left, @Nullable Line right, Change change, String exit) {}

    /// One line of one side.
    public record Line(int number, String text) {}
}
