package whence.app.session;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.app.model.Difference;

/// Lays two versions of a function beside each other, row for row.
final class Aligned {
    private final String function;
    private final String leftTitle;
    private final List<Difference.Line> left;
    private final String rightTitle;
    private final List<Difference.Line> right;
    private final List<Difference.Row> rows = new ArrayList<>();

    Aligned(
            String function,
            String leftTitle,
            List<Difference.Line> left,
            String rightTitle,
            List<Difference.Line> right) {
        this.function = function;
        this.leftTitle = leftTitle;
        this.left = left;
        this.rightTitle = rightTitle;
        this.right = right;
    }

    Difference difference() {
        int l = 0;
        int r = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(texts(left), texts(right)).getDeltas()) {
            for (; l < delta.getSource().getPosition(); l++, r++) {
                add(left.get(l), right.get(r), Difference.Change.SAME);
            }
            int leftEnd = l + delta.getSource().size();
            int rightEnd = r + delta.getTarget().size();
            for (; l < leftEnd && r < rightEnd; l++, r++) {
                add(left.get(l), right.get(r), Difference.Change.CHANGED);
            }
            for (; l < leftEnd; l++) {
                add(left.get(l), null, Difference.Change.REMOVED);
            }
            for (; r < rightEnd; r++) {
                add(null, right.get(r), Difference.Change.ADDED);
            }
        }
        for (; l < left.size(); l++, r++) {
            add(left.get(l), right.get(r), Difference.Change.SAME);
        }
        return new Difference(function, leftTitle, rightTitle, rows, summary());
    }

    private static List<String> texts(List<Difference.Line> lines) {
        return lines.stream().map(line -> line.text().stripTrailing()).toList();
    }

    private void add(Difference.@Nullable Line l, Difference.@Nullable Line r, Difference.Change change) {
        rows.add(new Difference.Row(l, r, change, ""));
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%d lines added, %d removed, %d changed",
                count(Difference.Change.ADDED),
                count(Difference.Change.REMOVED),
                count(Difference.Change.CHANGED));
    }

    private long count(Difference.Change change) {
        return rows.stream().filter(row -> row.change() == change).count();
    }
}
