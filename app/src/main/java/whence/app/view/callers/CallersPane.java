package whence.app.view.callers;

import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.app.view.WorkPane;

/// Who can reach the function in focus: the system calls with each way down, and whoever calls it. For a line of a log,
/// the statements that can have printed it, too.
public final class CallersPane {
    private final CallersModel model;
    private final TreeView<CallerRow> tree = new TreeView<>();
    private final Label subject = Parts.label("", "strong");
    private final Label empty = Parts.empty(
            "Look at a line of source, or at a line of the kernel log, to see which statement printed it and which system calls"
                    + " can reach it. Without a source tree nothing can be said: File > Add Source.");
    private boolean filling;

    public CallersPane(Desk desk) {
        model = new CallersModel(desk);
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new Cell());
        tree.setAccessibleText("callers");
        tree.getSelectionModel().selectedItemProperty().subscribe((before, now) -> picked(now));
        tree.setOnKeyPressed(e -> {
            TreeItem<CallerRow> at = tree.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && at != null) {
                model.climb(at.getValue());
                e.consume();
            }
        });
        tree.setOnMouseClicked(e -> {
            TreeItem<CallerRow> at = tree.getSelectionModel().getSelectedItem();
            if (e.getClickCount() == 2 && at != null && at.isLeaf()) {
                model.climb(at.getValue());
            }
        });
        model.answerProperty().subscribe(this::show);
    }

    private void picked(@Nullable TreeItem<CallerRow> item) {
        if (!filling && item != null) {
            model.look(item.getValue());
        }
    }

    private void show(CallersModel.Answer answer) {
        filling = true;
        boolean nothing = answer.equals(CallersModel.Answer.NOTHING);
        subject.setText(answer.reached()
                .map(r -> r.function().name() + "   " + r.function().at().file() + ":"
                        + r.function().at().line())
                .orElse(""));
        tree.setRoot(nothing ? null : new CallerTree(model).root(answer));
        empty.setVisible(nothing);
        filling = false;
    }

    public WorkPane pane() {
        BorderPane body = new BorderPane(new javafx.scene.layout.StackPane(tree, empty));
        body.setTop(Parts.head(
                subject, Parts.spring(), Parts.label("Enter: who reaches that one   → opens its callers", "quiet")));
        return new WorkPane(Origin.CALLERS, "Callers", body, tree, model::inSight);
    }

    private static final class Cell extends TreeCell<CallerRow> {
        private final Label text = Parts.label("");
        private final Label note = Parts.label("", "quiet");
        private final HBox line = new HBox(10, text, note);

        Cell() {
            text.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable CallerRow row, boolean none) {
            super.updateItem(row, none);
            setText(null);
            if (row == null || none) {
                setGraphic(null);
                return;
            }
            text.setText(row.text());
            text.getStyleClass().removeAll("mono", "strong");
            text.getStyleClass().add(row.at() == null ? "strong" : "mono");
            note.setText(row.note());
            setGraphic(line);
            setAccessibleText(row.text() + ", " + row.note());
        }
    }
}
