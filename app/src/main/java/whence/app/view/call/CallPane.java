package whence.app.view.call;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Detail;

/// What one event says, opened into a tree: the arguments of a call, the fields of a record.
public final class CallPane {
    private static final int OPEN_TO_DEPTH = 3;
    /// Height of the line above the tree; longer ones are cut there and stand in full in the tree and the bytes.
    private static final double HEAD_LINES = 64;

    private final Desk desk;
    private final TreeTableView<Detail> tree = new TreeTableView<>();
    private final Label line = Parts.label("", "mono");
    private final VBox evidence = new VBox();

    public CallPane(Desk desk) {
        this.desk = desk;
        tree.getColumns().add(column("name", 170, Detail::name));
        tree.getColumns().add(column("value", 320, Detail::value));
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.setShowRoot(true);
        tree.setPlaceholder(
                Parts.empty("Go to an event to see what it says: the arguments of a call, the fields of a record."));
        tree.setAccessibleText("details of the event");
        line.setWrapText(true);
        line.setMaxHeight(HEAD_LINES);
        desk.lookedProperty().subscribe(this::follow);
        desk.captureProperty().subscribe(c -> clear());
    }

    private static TreeTableColumn<Detail, String> column(
            String title, double width, java.util.function.Function<Detail, String> text) {
        TreeTableColumn<Detail, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        column.getStyleClass().add("mono");
        return column;
    }

    private void clear() {
        tree.setRoot(null);
        line.setText("");
        evidence.getChildren().clear();
    }

    private void follow(Looked looked) {
        Capture capture = desk.capture().orElse(null);
        Ref.Event event = looked.place().event();
        if (capture != null && event != null) {
            desk.tasks().latest("call", "", w -> Opened.of(event, capture), this::show, desk::report);
        }
    }

    private void show(Opened opened) {
        line.setText(opened.text());
        evidence.getChildren()
                .setAll(Parts.evidence(
                        opened.spans(),
                        span -> desk.look(
                                whence.app.model.Focus.on(span, whence.app.model.Focus.NO_STEP), Origin.CALL)));
        tree.setRoot(item(opened.detail(), 0));
    }

    private static TreeItem<Detail> item(Detail detail, int depth) {
        TreeItem<Detail> item = new TreeItem<>(detail);
        item.setExpanded(depth < OPEN_TO_DEPTH);
        detail.children().forEach(child -> item.getChildren().add(item(child, depth + 1)));
        return item;
    }

    public WorkPane pane() {
        VBox top = new VBox(line, evidence);
        top.getStyleClass().add("pane-head");
        top.setFillWidth(true);
        BorderPane body = new BorderPane(tree);
        body.setTop(top);
        return new WorkPane(Origin.CALL, "Details", body, tree);
    }

    private record Opened(String text, List<Span> spans, Detail detail) {
        static Opened of(Ref.Event event, Capture capture) {
            return new Opened(
                    capture.text(event), capture.span(event).map(List::of).orElse(List.of()), capture.detail(event));
        }
    }
}
