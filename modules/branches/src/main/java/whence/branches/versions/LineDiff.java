package whence.branches.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Aligns the lines of two versions.
final class LineDiff {
    private static final Pattern WORDS = Pattern.compile("\\w+|\\s+|.");
    private static final int TELLING = 8;

    private final FunctionLines left;
    private final FunctionLines right;
    private final List<LineRow> rows = new ArrayList<>();

    private LineDiff(FunctionLines left, FunctionLines right) {
        this.left = left;
        this.right = right;
    }

    static List<LineRow> of(FunctionLines left, FunctionLines right, VersionDiff.Ignoring ignoring) {
        LineDiff diff = new LineDiff(left, right);
        diff.align(left.keys(ignoring), right.keys(ignoring));
        return diff.moved();
    }

    private void align(List<String> leftKeys, List<String> rightKeys) {
        int atLeft = 0;
        int atRight = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(leftKeys, rightKeys).getDeltas()) {
            while (atLeft < delta.getSource().getPosition()) {
                rows.add(row(LineRow.Kind.SAME, atLeft++, atRight++));
            }
            int leftEnd = atLeft + delta.getSource().size();
            int rightEnd = atRight + delta.getTarget().size();
            replaced(atLeft, leftEnd, atRight, rightEnd);
            atLeft = leftEnd;
            atRight = rightEnd;
        }
        while (atLeft < left.texts().size()) {
            rows.add(row(LineRow.Kind.SAME, atLeft++, atRight++));
        }
    }

    /// Lines that resemble each other stand side by side; the others face a filler.
    private void replaced(int leftFrom, int leftEnd, int rightFrom, int rightEnd) {
        int atLeft = leftFrom;
        int atRight = rightFrom;
        while (atLeft < leftEnd && atRight < rightEnd) {
            int match = likest(atLeft, atRight, rightEnd);
            if (match < 0) {
                rows.add(row(LineRow.Kind.REMOVED, atLeft++, -1));
                continue;
            }
            while (atRight < match) {
                rows.add(row(LineRow.Kind.ADDED, -1, atRight++));
            }
            rows.add(row(LineRow.Kind.CHANGED, atLeft++, atRight++));
        }
        while (atLeft < leftEnd) {
            rows.add(row(LineRow.Kind.REMOVED, atLeft++, -1));
        }
        while (atRight < rightEnd) {
            rows.add(row(LineRow.Kind.ADDED, -1, atRight++));
        }
    }

    private int likest(int atLeft, int from, int to) {
        int best = -1;
        double most = 0.45;
        for (int i = from; i < Math.min(to, from + 40); i++) {
            double like = Likeness.of(left.texts().get(atLeft), right.texts().get(i));
            if (like > most) {
                most = like;
                best = i;
            }
        }
        return best;
    }

    private LineRow row(LineRow.Kind kind, int atLeft, int atRight) {
        String leftText = atLeft < 0 ? "" : left.texts().get(atLeft);
        String rightText = atRight < 0 ? "" : right.texts().get(atRight);
        List<LineRow.Mark> leftMarks = new ArrayList<>();
        List<LineRow.Mark> rightMarks = new ArrayList<>();
        if (kind == LineRow.Kind.CHANGED) {
            marks(leftText, rightText, leftMarks, rightMarks);
        }
        int leftLine = atLeft < 0 ? 0 : left.numbers().get(atLeft);
        int rightLine = atRight < 0 ? 0 : right.numbers().get(atRight);
        return new LineRow(kind, leftLine, rightLine, leftText, rightText, leftMarks, rightMarks);
    }

    private static void marks(
            String leftText, String rightText, List<LineRow.Mark> leftMarks, List<LineRow.Mark> rightMarks) {
        List<String> leftWords = words(leftText);
        List<String> rightWords = words(rightText);
        for (AbstractDelta<String> delta : DiffUtils.diff(leftWords, rightWords).getDeltas()) {
            mark(leftWords, delta.getSource().getPosition(), delta.getSource().size(), leftMarks);
            mark(rightWords, delta.getTarget().getPosition(), delta.getTarget().size(), rightMarks);
        }
    }

    private static void mark(List<String> words, int position, int size, List<LineRow.Mark> marks) {
        int from = words.subList(0, position).stream().mapToInt(String::length).sum();
        int length = words.subList(position, position + size).stream()
                .mapToInt(String::length)
                .sum();
        if (length > 0) {
            marks.add(new LineRow.Mark(from, from + length));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher matcher = WORDS.matcher(text); matcher.find(); ) {
            words.add(matcher.group());
        }
        return words;
    }

    /// A removed line that was added elsewhere, and only once on each side, was moved.
    private List<LineRow> moved() {
        Map<String, Integer> removed = once(LineRow.Kind.REMOVED);
        Map<String, Integer> added = once(LineRow.Kind.ADDED);
        List<LineRow> marked = new ArrayList<>(rows);
        removed.forEach((text, at) -> {
            Integer to = added.get(text);
            if (at >= 0 && to != null && to >= 0) {
                marked.set(at, as(rows.get(at)));
                marked.set(to, as(rows.get(to)));
            }
        });
        return marked;
    }

    private static LineRow as(LineRow row) {
        return new LineRow(
                LineRow.Kind.MOVED,
                row.leftLine(),
                row.rightLine(),
                row.left(),
                row.right(),
                row.leftMarks(),
                row.rightMarks());
    }

    private Map<String, Integer> once(LineRow.Kind kind) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            LineRow row = rows.get(i);
            String text = (row.left() + row.right()).strip();
            if (row.kind() == kind && text.length() >= TELLING) {
                found.merge(text, i, (a, b) -> -1);
            }
        }
        return found;
    }
}
