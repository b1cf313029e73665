package whence.app.view.add;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import whence.app.view.Parts;

/// Asks what files are to be: a source tree under a label, more captured files, or a session of their own. Enter takes
/// what is chosen, Escape gives up.
public final class AddCard extends VBox {
    private static final double WIDE = 560;

    private final List<Path> files;
    private final Wishes wishes;
    private final ToggleGroup kinds = new ToggleGroup();
    private final RadioButton source = kind("as a source tree: statements, functions and branches are looked up in it");
    private final RadioButton captured = kind("as captured files: their events and symbols join this session");
    private final RadioButton session = kind("as another session, in place of this one");
    private final ComboBox<String> label = new ComboBox<>();
    private final TextField place = new TextField();
    private final Label replaces = Parts.label("", "warn");
    private final Button add = new Button("Add");

    /// What the card can ask for.
    public interface Wishes {
        void source(String label, String place);

        void files(List<Path> files);

        void session(List<Path> files);
    }

    /// @param labels of trees that are there
    /// @param missing labels of trees that the session names and does not have
    public AddCard(List<Path> files, Guess guess, List<String> labels, List<String> missing, Wishes wishes) {
        this.files = List.copyOf(files);
        this.wishes = wishes;
        getStyleClass().add("overlay");
        setMaxSize(WIDE, USE_PREF_SIZE);
        place.setText(files.getFirst().toString());
        label.setEditable(true);
        label.getItems().setAll(offered(missing, labels));
        label.getEditor().textProperty().subscribe(now -> say(labels, now));
        label.setValue(label.getItems().getFirst());
        kinds.selectToggle(
                switch (guess) {
                    case SOURCE -> source;
                    case FILES -> captured;
                    case SESSION -> session;
                });
        source.setDisable(files.size() > 1);
        Label title = Parts.label("Add " + names(), "strong");
        title.setWrapText(true);
        getChildren().addAll(title, source, asSource(), captured, session, buttons());
    }

    private RadioButton kind(String text) {
        RadioButton button = new RadioButton(text);
        button.setToggleGroup(kinds);
        button.setWrapText(true);
        return button;
    }

    private List<String> offered(List<String> missing, List<String> labels) {
        List<String> offered = new ArrayList<>(missing);
        String own = Guess.label(files.getFirst());
        int more = 2;
        String free = own;
        while (labels.contains(free)) {
            free = own + "-" + more++;
        }
        offered.add(free);
        return offered.stream().distinct().toList();
    }

    private void say(List<String> labels, String now) {
        replaces.setText(labels.contains(now) ? "It takes the place of the tree of that label." : "");
    }

    private String names() {
        return files.stream().map(f -> String.valueOf(f.getFileName())).collect(Collectors.joining(", "));
    }

    private GridPane asSource() {
        GridPane grid = new GridPane(8, 4);
        grid.getStyleClass().add("indented");
        label.setAccessibleText("label of the tree");
        place.setAccessibleText("place of the tree");
        place.setPrefColumnCount(34);
        grid.addRow(0, Parts.label("label"), label, replaces);
        grid.add(Parts.label("place"), 0, 1);
        grid.add(place, 1, 1, 2, 1);
        grid.add(Parts.label("a folder, an archive, a file, or REPOSITORY@REVISION", "quiet"), 1, 2, 2, 1);
        grid.disableProperty().bind(Bindings.not(source.selectedProperty()));
        return grid;
    }

    private HBox buttons() {
        add.setDefaultButton(true);
        add.setOnAction(e -> take());
        add.disableProperty()
                .bind(source.selectedProperty()
                        .and(label.getEditor()
                                .textProperty()
                                .isEmpty()
                                .or(place.textProperty().isEmpty())));
        return new HBox(8, add, Parts.label("Escape closes this.", "quiet"));
    }

    private void take() {
        if (source.isSelected()) {
            wishes.source(label.getEditor().getText().strip(), place.getText().strip());
        } else if (captured.isSelected()) {
            wishes.files(files);
        } else {
            wishes.session(files);
        }
    }

    /// Puts the keyboard in.
    public void begin() {
        ((RadioButton) kinds.getSelectedToggle()).requestFocus();
    }
}
