package whence.app.view.difference;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import whence.app.code.CodeText;
import whence.app.code.CodeView;
import whence.app.model.Desk;
import whence.app.model.Difference;
import whence.app.model.Origin;
import whence.app.view.Folding;
import whence.app.view.Parts;
import whence.app.view.WorkPane;

/// Two versions of a function side by side, aligned with fillers; `◆` marks the exits that differ.
public final class DifferencePane {
    private final DifferenceModel model;
    private final CodeView left = new CodeView("left version");
    private final CodeView right = new CodeView("right version");
    private final ComboBox<String> functions = new ComboBox<>();
    private final Label leftTitle = Parts.label("", "strong");
    private final Label rightTitle = Parts.label("", "strong");
    private final VBox leftVerdict = new VBox();
    private final VBox rightVerdict = new VBox();
    private final Label summary = Parts.label("");
    private final Label empty = Parts.empty(
            "Two sources that both have the function are needed to compare; this session has one or none. Add another tree: File > Add Source Folder, or drop it on the window.");
    private boolean following;

    public DifferencePane(Desk desk) {
        model = new DifferenceModel(desk);
        functions.setAccessibleText("function to compare");
        functions.setPromptText("function");
        functions.valueProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                model.choose(now);
            }
        });
        model.functionsProperty().subscribe(names -> functions.getItems().setAll(names));
        model.shownProperty().subscribe(this::show);
        model.rowProperty().subscribe(row -> lookAt(row.intValue()));
        desk.trailProperty().subscribe(t -> verdicts());
        left.onLine(index -> model.pick(index, true));
        right.onLine(index -> model.pick(index, false));
        left.scrollWith(right);
        summary.setWrapText(true);
    }

    private void show(@Nullable Difference difference) {
        following = true;
        empty.setVisible(difference == null);
        if (difference == null) {
            left.show(CodeText.EMPTY);
            right.show(CodeText.EMPTY);
            leftTitle.setText("");
            rightTitle.setText("");
            summary.setText("");
        } else {
            functions.setValue(difference.function());
            leftTitle.setText(difference.leftTitle());
            rightTitle.setText(difference.rightTitle());
            summary.setText(difference.summary());
            Sides.show(difference, left, right);
        }
        verdicts();
        following = false;
    }

    private void verdicts() {
        say(leftVerdict, model.verdict(leftTitle.getText()));
        say(rightVerdict, model.verdict(rightTitle.getText()));
    }

    private static void say(VBox where, String verdict) {
        where.getChildren().setAll(verdict.isEmpty() ? List.of() : List.of(new Folding(verdict, "quiet")));
    }

    private void lookAt(int row) {
        left.lookAt(row);
        right.lookAt(row);
    }

    public void next() {
        model.step(1);
    }

    public void previous() {
        model.step(-1);
    }

    public WorkPane pane() {
        Button back = new Button("◂ previous");
        back.setOnAction(e -> previous());
        Button on = new Button("next ▸");
        on.setOnAction(e -> next());
        back.setMinWidth(Button.USE_PREF_SIZE);
        on.setMinWidth(Button.USE_PREF_SIZE);
        SplitPane codes = new SplitPane(left, right);
        left.setMinWidth(0);
        right.setMinWidth(0);
        BorderPane sides = new BorderPane(codes);
        sides.setTop(heads(codes));
        sides.visibleProperty().bind(empty.visibleProperty().not());
        BorderPane body = new BorderPane(new StackPane(sides, empty));
        body.setTop(Parts.head(functions, back, on, summary));
        return new WorkPane(Origin.DIFFERENCE, "Difference", body, left.textNode());
    }

    // One row for both, or lines that belong together would stand at different heights.
    private GridPane heads(SplitPane codes) {
        ColumnConstraints first = new ColumnConstraints();
        first.percentWidthProperty()
                .bind(codes.getDividers().getFirst().positionProperty().multiply(100));
        ColumnConstraints second = new ColumnConstraints();
        second.setHgrow(Priority.ALWAYS);
        GridPane heads = new GridPane();
        heads.getColumnConstraints().setAll(first, second);
        heads.addRow(0, head(leftTitle, leftVerdict), head(rightTitle, rightVerdict));
        return heads;
    }

    private static VBox head(Label title, VBox verdict) {
        VBox head = new VBox(title, verdict);
        head.getStyleClass().add("pane-head");
        head.setStyle("-fx-alignment: top-left;");
        head.setMinWidth(0);
        return head;
    }
}
