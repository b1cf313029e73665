package whence.app.code;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/// Read-only program text with a margin. Everything the rest of the program knows of the text control is in this class.
public final class CodeView extends BorderPane {
    /// A very long line stalls the layout of a whole view.
    private static final int LONGEST_LINE = 2000;

    private static final Duration SETTLED = Duration.ofMillis(20);
    private static final int CONTEXT = 8;
    private static final double NUMBER_WIDTH = 44;

    private final CodeArea area = new CodeArea();
    private final Highlighting highlighting = new Highlighting(area);
    private CodeText text = CodeText.EMPTY;
    private IntConsumer onLine = index -> {};
    private int lookedAt = -1;
    private boolean following;

    public CodeView(String name) {
        getStyleClass().add("code-view");
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setShowCaret(Caret.CaretVisibility.ON);
        area.setAccessibleText(name);
        area.setParagraphGraphicFactory(this::margin);
        setCenter(new VirtualizedScrollPane<>(area));
        area.currentParagraphProperty().addListener((o, before, now) -> caretMoved(now));
        // The view says so in the middle of its layout, where restyling a line takes away the very cell it lays out.
        area.viewportDirtyEvents().successionEnds(SETTLED).subscribe(e -> highlighting.paintVisible());
    }

    /// Puts a text in; the caret goes to its start.
    public void show(CodeText shown) {
        following = true;
        text = shown;
        lookedAt = -1;
        highlighting.reset(List.of());
        area.replaceText(shown.lines().stream().map(CodeView::cut).collect(Collectors.joining("\n")));
        for (int i = 0; i < shown.lines().size(); i++) {
            if (!shown.style().apply(i).isEmpty()) {
                style(i);
            }
        }
        highlighting.reset(shown.language() ? shown.lines() : List.of());
        following = false;
    }

    private static String cut(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line;
    }

    /// Marks a line and brings it into sight, telling nobody; the text does not move where the line is in sight.
    public void lookAt(int index) {
        if (index < 0 || index >= text.lines().size()) {
            return;
        }
        following = true;
        int before = lookedAt;
        lookedAt = index;
        if (before >= 0 && before < text.lines().size()) {
            style(before);
        }
        style(index);
        area.moveTo(index, 0);
        if (!inSight(index)) {
            area.showParagraphAtTop(Math.max(0, index - CONTEXT));
        }
        highlighting.paintAround(index);
        following = false;
    }

    /// Puts a line on top.
    public void scrollTo(int index) {
        if (index >= 0 && index < text.lines().size()) {
            area.showParagraphAtTop(index);
        }
    }

    private boolean inSight(int index) {
        try {
            return area.getHeight() > 0
                    && index > area.firstVisibleParToAllParIndex()
                    && index < area.lastVisibleParToAllParIndex();
        } catch (IllegalArgumentException | IndexOutOfBoundsException beforeFirstLayout) {
            return false;
        }
    }

    /// The line the user works on, from 0.
    public int line() {
        return area.getCurrentParagraph();
    }

    /// Hears the index of the line that the user moved to.
    public void onLine(IntConsumer listener) {
        onLine = listener;
    }

    /// Scrolls together with another view of as many lines.
    public void scrollWith(CodeView other) {
        area.estimatedScrollYProperty().addListener((o, before, now) -> {
            if (Math.abs(other.area.getEstimatedScrollY() - now) > 0.5) {
                other.area.scrollYToPixel(now);
            }
        });
        other.area.estimatedScrollYProperty().addListener((o, before, now) -> {
            if (Math.abs(area.getEstimatedScrollY() - now) > 0.5) {
                area.scrollYToPixel(now);
            }
        });
    }

    /// Colours a run of characters of one line besides what the language does.
    public void mark(int index, int from, int to, String style) {
        highlighting.mark(index, from, to, style);
    }

    /// What gets the keyboard.
    public Node textNode() {
        return area;
    }

    /// What is shown, for tests and for copying.
    public String shownText() {
        return area.getText();
    }

    private void caretMoved(int index) {
        if (!following) {
            onLine.accept(index);
        }
    }

    private void style(int index) {
        String own = text.style().apply(index);
        area.setParagraphStyle(index, styles(own, index == lookedAt));
    }

    private static Collection<String> styles(String own, boolean lookedAt) {
        List<String> looked = lookedAt ? List.of("looked-at") : List.of();
        return own.isEmpty() ? looked : lookedAt ? List.of("looked-at", own) : List.of(own);
    }

    private HBox margin(int index) {
        MarginLine line = index < text.lines().size() ? text.margin().apply(index) : MarginLine.number("");
        Label sign = new Label(line.sign());
        sign.getStyleClass().addAll("mark", line.style());
        Label number = new Label(line.number());
        number.getStyleClass().add("mono");
        number.setMinWidth(NUMBER_WIDTH);
        HBox box = new HBox(sign, number);
        box.getStyleClass().add("code-margin");
        if (!line.says().isEmpty()) {
            Tooltip.install(box, new Tooltip(line.says()));
            box.setAccessibleText(line.says());
        }
        return box;
    }
}
