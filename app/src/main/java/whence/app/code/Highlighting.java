package whence.app.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours the lines of a [CodeView] that somebody sees, each once: styling a whole file freezes the window.
final class Highlighting {
    private static final int AROUND = 120;

    private final CodeArea area;
    private final BitSet painted = new BitSet();
    private final Map<Integer, List<Mark>> marks = new HashMap<>();
    private List<String> lines = List.of();
    private BitSet startsInComment = new BitSet();
    private boolean painting;

    Highlighting(CodeArea area) {
        this.area = area;
    }

    void reset(List<String> toColour) {
        lines = toColour;
        painted.clear();
        marks.clear();
        startsInComment = CWords.startsInComment(lines);
        paintAround(0);
    }

    void mark(int line, int from, int to, String style) {
        marks.computeIfAbsent(line, l -> new ArrayList<>()).add(new Mark(from, to, style));
        painted.clear(line);
    }

    void paintVisible() {
        if (lines.isEmpty() || painting) {
            return;
        }
        try {
            paint(area.firstVisibleParToAllParIndex() - 5, area.lastVisibleParToAllParIndex() + 5);
        } catch (IllegalArgumentException | IndexOutOfBoundsException beforeFirstLayout) {
            paintAround(0);
        }
    }

    void paintAround(int line) {
        paint(line - AROUND, line + AROUND);
    }

    private void paint(int from, int to) {
        int last = Math.min(to, Math.min(lines.size(), area.getParagraphs().size()) - 1);
        painting = true;
        try {
            for (int i = Math.max(0, from); i <= last; i++) {
                if (!painted.get(i)) {
                    painted.set(i);
                    paintLine(i);
                }
            }
        } finally {
            painting = false;
        }
    }

    private void paintLine(int index) {
        String shown = area.getParagraph(index).getText();
        if (shown.isEmpty()) {
            return;
        }
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        for (CWords.Word word : CWords.words(shown, startsInComment.get(index))) {
            spans.add(word.style().isEmpty() ? List.of() : List.of(word.style()), word.length());
        }
        StyleSpans<Collection<String>> all = spans.create();
        for (Mark mark : marks.getOrDefault(index, List.of())) {
            all = all.overlay(mark.spans(shown.length()), Highlighting::both);
        }
        area.setStyleSpans(index, 0, all);
    }

    private static Collection<String> both(Collection<String> under, Collection<String> over) {
        List<String> both = new ArrayList<>(under);
        both.addAll(over);
        return both;
    }

    private record Mark(int from, int to, String style) {
        StyleSpans<Collection<String>> spans(int length) {
            int start = Math.min(from, length);
            int end = Math.min(to, length);
            return new StyleSpansBuilder<Collection<String>>()
                    .add(List.of(), start)
                    .add(List.of(style), end - start)
                    .add(List.of(), length - end)
                    .create();
        }
    }
}
