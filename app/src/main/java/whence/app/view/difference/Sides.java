package whence.app.view.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.app.code.CodeText;
import whence.app.code.CodeView;
import whence.app.code.MarginLine;
import whence.app.model.Difference;

/// One difference as two texts of as many lines, fillers included.
final class Sides {
    private Sides() {}

    static void show(Difference difference, CodeView left, CodeView right) {
        left.show(side(difference.rows(), true));
        right.show(side(difference.rows(), false));
        for (int i = 0; i < difference.rows().size(); i++) {
            markWords(difference.rows().get(i), i, left, right);
        }
    }

    private static CodeText side(List<Difference.Row> rows, boolean left) {
        return new CodeText(
                rows.stream().map(r -> text(line(r, left))).toList(),
                i -> margin(rows.get(i), left),
                i -> style(rows.get(i), left),
                true);
    }

    private static Difference.@Nullable Line line(Difference.Row row, boolean left) {
        return left ? row.left() : row.right();
    }

    private static String text(Difference.@Nullable Line line) {
        return line == null ? "" : line.text();
    }

    private static MarginLine margin(Difference.Row row, boolean left) {
        Difference.Line line = line(row, left);
        if (line == null) {
            return MarginLine.number("");
        }
        String sign = row.exit().isEmpty() ? sign(row.change(), left) : "◆";
        return new MarginLine(Integer.toString(line.number()), sign, style(row, left), row.exit());
    }

    private static String sign(Difference.Change change, boolean left) {
        return switch (change) {
            case SAME -> "";
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> left ? "−" : "+";
        };
    }

    private static String style(Difference.Row row, boolean left) {
        if (line(row, left) == null) {
            return "filler";
        }
        return switch (row.change()) {
            case SAME -> "";
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }

    private static void markWords(Difference.Row row, int index, CodeView left, CodeView right) {
        Difference.Line l = row.left();
        Difference.Line r = row.right();
        if (row.change() != Difference.Change.CHANGED || l == null || r == null) {
            return;
        }
        int same = commonStart(l.text(), r.text());
        int end = commonEnd(l.text(), r.text(), same);
        left.mark(index, same, l.text().length() - end, "word-changed");
        right.mark(index, same, r.text().length() - end, "word-changed");
    }

    private static int commonStart(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int commonEnd(String a, String b, int start) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) - start
                && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        return i;
    }
}
