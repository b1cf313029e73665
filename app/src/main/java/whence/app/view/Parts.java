package whence.app.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import whence.evidence.Grade;
import whence.evidence.Span;

/// The small parts that several panes are made of, so that a grade or a piece of evidence looks the same in all of
/// them.
public final class Parts {
    private static final int LONGEST_LINK = 38;
    private static final int LINK_HEAD = 14;

    private Parts() {}

    public static HBox head(Node... children) {
        HBox head = new HBox(children);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /// Pushes what follows to the far end.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that says why a pane is empty and what would fill it.
    public static Label empty(String text) {
        Label label = label(text, "pane-empty");
        label.setWrapText(true);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    /// How a thing is known, in a word; colour comes on top.
    public static Label grade(Grade grade) {
        String word = grade.name().toLowerCase(Locale.ROOT);
        Label badge = label(word, "badge", "grade-" + word);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setAccessibleText("grade " + word);
        return badge;
    }

    public static Label badge(String text) {
        Label badge = label(text, "badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    /// Links to the bytes of evidence; in a narrow pane a link loses its middle, and no link makes the pane wider.
    public static FlowPane evidence(List<Span> spans, Consumer<Span> look) {
        FlowPane links = new FlowPane();
        links.setHgap(6);
        links.setMinWidth(0);
        for (Span span : spans) {
            Hyperlink link = new Hyperlink(inTheMiddle(span.toString()));
            link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            link.maxWidthProperty().bind(links.widthProperty());
            link.setTooltip(new Tooltip(span.toString()));
            link.getStyleClass().add("evidence-link");
            link.setAccessibleText("evidence " + span);
            link.setOnAction(e -> {
                link.setVisited(false);
                look.accept(span);
            });
            links.getChildren().add(link);
        }
        return links;
    }

    /// A long name with its middle left out: a rotated journal's says most at its ends, and a link as wide as the pane
    /// pushes everything else out of it.
    private static String inTheMiddle(String name) {
        return name.length() <= LONGEST_LINK
                ? name
                : name.substring(0, LINK_HEAD) + "…" + name.substring(name.length() - (LONGEST_LINK - LINK_HEAD));
    }

    /// A button that puts a text on the clipboard.
    public static Button copy(String text) {
        Button button = new Button("Copy");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> copyNow(text));
        button.setAccessibleText("copy " + text);
        return button;
    }

    public static void copyNow(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
