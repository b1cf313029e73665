package whence.app.view.call;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Printed;
import whence.app.model.Statement;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.evidence.Ref;
import whence.timeline.Detail;

/// What one event says, opened into a tree: the arguments of a call, the fields of a record.
public final class CallPane {
    /// Height of the line above the tree; longer ones are cut there and stand in full in the tree and the bytes.
    private static final double HEAD_LINES = 64;
    /// Values longer than this are cut in the tree, and stand below it in full.
    private static final int FITS = 24;

    private final Desk desk;
    private final DetailTree tree = new DetailTree();
    private final Label summary = Parts.label("", "quiet");
    private final Label line = Parts.label("", "mono");
    private final Label joined = Parts.label("", "quiet");
    private final VBox printed = new VBox();
    private final VBox evidence = new VBox();
    private final VBox charts = new VBox(8);
    private final ScrollPane drawn = new ScrollPane(charts);
    private final TextArea whole = new TextArea();

    public CallPane(Desk desk) {
        this.desk = desk;
        line.setWrapText(true);
        line.setMaxHeight(HEAD_LINES);
        joined.setWrapText(true);
        drawn.setFitToWidth(true);
        shown(drawn, false);
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.setPrefRowCount(5);
        whole.getStyleClass().add("mono");
        whole.setAccessibleText("the whole value");
        tree.getSelectionModel().selectedItemProperty().subscribe((before, now) -> showWhole(now));
        showWhole(null);
        desk.lookedProperty().subscribe(this::follow);
        desk.captureProperty().subscribe(c -> clear());
    }

    private void clear() {
        tree.show(null);
        charts.getChildren().clear();
        shown(drawn, false);
        summary.setText("");
        line.setText("");
        say("");
        printed.getChildren().clear();
        evidence.getChildren().clear();
    }

    private void say(String pieces) {
        joined.setText(pieces);
        shown(joined, !pieces.isEmpty());
    }

    private void showWhole(@Nullable TreeItem<Detail> picked) {
        String value = picked == null ? "" : picked.getValue().value();
        whole.setText(value);
        shown(whole, value.length() > FITS);
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private void follow(Looked looked) {
        Capture capture = desk.capture().orElse(null);
        Ref.Event event = looked.place().event();
        if (capture != null && event != null) {
            desk.tasks().latest("call", "", w -> Opened.of(event, capture), this::show, desk::report);
        }
    }

    private void show(Opened opened) {
        summary.setText(opened.summary());
        line.setText(opened.text());
        int pieces = opened.spans().size();
        say(pieces < 2 ? "" : "One call in " + pieces + " pieces: begun at the first, finished at the last.");
        printed.getChildren().setAll(opened.printed().map(this::statement).orElse(List.of()));
        evidence.getChildren()
                .setAll(Parts.evidence(opened.spans(), span -> desk.look(Focus.on(span, Focus.NO_STEP), Origin.CALL)));
        charts.getChildren().setAll(opened.charts().stream().map(ChartView::new).toList());
        shown(drawn, !opened.charts().isEmpty());
        tree.show(opened.detail());
    }

    private List<Node> statement(Printed found) {
        if (found.statements().size() != 1 || found.similar()) {
            Label sentence = Parts.label(found.sentence(), "quiet");
            sentence.setWrapText(true);
            return found.statements().isEmpty()
                    ? List.of(sentence)
                    : List.of(sentence, link(found.statements().getFirst()));
        }
        Statement only = found.statements().getFirst();
        Label values = Parts.label("with " + String.join(", ", only.values()), "quiet");
        values.setWrapText(true);
        shown(values, !only.values().isEmpty());
        return List.of(Parts.label("Printed by", "quiet"), link(only), values);
    }

    private Node link(Statement statement) {
        Hyperlink link = new Hyperlink(statement.text() + " in " + statement.place());
        link.getStyleClass().add("evidence-link");
        link.setWrapText(true);
        link.setOnAction(e -> {
            link.setVisited(false);
            desk.look(statement.at(), Origin.CALL);
        });
        return link;
    }

    public WorkPane pane() {
        VBox top = new VBox(summary, line, joined, printed, evidence);
        top.getStyleClass().add("pane-head");
        top.setFillWidth(true);
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox.setVgrow(drawn, Priority.ALWAYS);
        BorderPane body = new BorderPane(new VBox(drawn, tree));
        body.setTop(top);
        body.setBottom(whole);
        return new WorkPane(Origin.CALL, "Details", body, tree);
    }
}
