package whence.app.view.source;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import whence.app.code.CodeText;
import whence.app.code.CodeView;
import whence.app.code.MarginLine;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.app.view.WorkPane;

/// Source with the exits of the judged function in the margin: `▶` survives, `✕` fell, `?` unknown.
public final class SourcePane {
    private static final int GO_TO_COLUMNS = 18;

    private final SourceModel model;
    private final CodeView code = new CodeView("source");
    private final ComboBox<String> trees = new ComboBox<>();
    private final ComboBox<String> files = new ComboBox<>();
    private final TextField goTo = new TextField();
    private final Label empty = Parts.empty("");
    private boolean following;

    public SourcePane(Desk desk) {
        model = new SourceModel(desk);
        model.shownProperty().subscribe(this::show);
        model.lineProperty().subscribe(index -> code.lookAt(index.intValue()));
        model.filesProperty().subscribe(this::listFiles);
        desk.captureProperty().subscribe(this::list);
        code.onLine(model::pick);
        trees.setAccessibleText("source tree");
        files.setAccessibleText("file");
        trees.valueProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                model.chooseTree(now);
            }
        });
        files.valueProperty().subscribe((before, now) -> {
            if (!following && now != null && trees.getValue() != null) {
                model.chooseFile(trees.getValue(), now);
            }
        });
        goTo.setPromptText("function, macro, file or line  (Ctrl+P)");
        goTo.setAccessibleText("go to function, macro, file or line");
        goTo.setOnAction(e -> {
            model.goTo(goTo.getText().strip());
            code.textNode().requestFocus();
        });
        goTo.setPrefColumnCount(GO_TO_COLUMNS);
        FunctionOffers.below(goTo, desk, chosen -> {
            model.goTo(chosen);
            code.textNode().requestFocus();
        });
    }

    private void list(@Nullable Capture capture) {
        following = true;
        trees.getItems().setAll(capture == null ? List.of() : capture.trees());
        following = false;
        explain();
    }

    private void show(SourceModel.@Nullable Marked marked) {
        following = true;
        if (marked == null) {
            code.show(CodeText.EMPTY);
        } else {
            code.show(new CodeText(marked.text().lines(), i -> margin(marked, i), i -> style(marked, i), true));
        }
        following = false;
        listFiles(model.filesProperty().get());
    }

    private void listFiles(TreeFiles found) {
        SourceModel.Marked now = model.shownProperty().get();
        following = true;
        if (now != null) {
            trees.setValue(now.text().tree());
            boolean listed = found.isShort() && found.tree().equals(now.text().tree());
            files.getItems().setAll(listed ? found.names() : List.of(now.text().file()));
            files.setValue(now.text().file());
        } else {
            files.getItems().clear();
            trees.setValue(trees.getItems().contains(found.tree()) ? found.tree() : null);
        }
        following = false;
        explain();
    }

    private void explain() {
        int known = model.filesProperty().get().names().size();
        empty.setVisible(model.shownProperty().get() == null);
        empty.setText(
                trees.getItems().isEmpty()
                        ? "This session has no source. Add a tree: File > Add Source, or drop its folder or archive on the"
                                + " window."
                        : known == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "%s has %,d files. Ctrl+P opens any function by a part of its name, any macro,"
                                                + " any file by the end of its path.",
                                        model.filesProperty().get().tree(),
                                        known));
    }

    private static MarginLine margin(SourceModel.Marked marked, int index) {
        int number = marked.text().number(index);
        String text = number > 0 ? Integer.toString(number) : "";
        return marked.mark(number)
                .filter(m -> number > 0)
                .map(m -> new MarginLine(
                        text,
                        m.sign(),
                        m.word(),
                        "exit " + m.value() + " " + m.word() + "\n" + String.join("\n", m.because())))
                .orElse(MarginLine.number(text));
    }

    private static String style(SourceModel.Marked marked, int index) {
        int number = marked.text().number(index);
        return number <= 0
                ? ""
                : marked.mark(number)
                        .map(m -> m.word().equals("fallen") ? "" : m.word())
                        .orElse("");
    }

    public WorkPane pane() {
        Node legend = legend();
        BorderPane body = new BorderPane(new StackPane(code, empty));
        trees.setMinWidth(ComboBox.USE_PREF_SIZE);
        Label function = Parts.label("", "mono");
        function.textProperty().bind(model.functionProperty());
        function.setAccessibleText("enclosing function");
        HBox said = new HBox(8, function, Parts.spring(), legend);
        said.getStyleClass().add("pane-subhead");
        said.visibleProperty().bind(model.functionProperty().isNotEmpty().or(legend.visibleProperty()));
        said.managedProperty().bind(said.visibleProperty());
        HBox.setHgrow(goTo, Priority.ALWAYS);
        body.setTop(new VBox(Parts.head(trees, files, goTo), said));
        return new WorkPane(Origin.SOURCE, "Source", body, code.textNode());
    }

    private Node legend() {
        HBox legend = new HBox(
                8,
                Parts.label("▶ survives", "mark", "survives"),
                Parts.label("✕ fell", "mark", "fallen"),
                Parts.label("? unknown", "mark", "unknown"));
        legend.setMinWidth(HBox.USE_PREF_SIZE);
        legend.visibleProperty()
                .bind(model.shownProperty()
                        .map(m -> m != null && !m.marks().isEmpty())
                        .orElse(false));
        legend.managedProperty().bind(legend.visibleProperty());
        return legend;
    }

    /// Puts the keyboard where a function's name is typed.
    public void focusGoTo() {
        goTo.requestFocus();
        goTo.selectAll();
    }
}
