package whence.app.view.shell;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import whence.app.model.Indexes;
import whence.app.task.Tasks;
import whence.app.view.Parts;

/// What this is, and what it keeps on disk besides the sessions: the indexes of source trees, with their size and place
/// and a way to remove them. JavaFX thread.
public final class AboutCard extends VBox {
    private static final double WIDE = 560;
    private static final double MB = 1e6;

    private final Indexes indexes;
    private final Tasks tasks;
    private final Label size = Parts.label("", "plain");
    private final TextField place = new TextField();
    private final Button empty = new Button("Empty");
    private final Label problem = Parts.label("", "problem");

    /// @param version as the jar says
    public AboutCard(String version, Indexes indexes, Tasks tasks) {
        this.indexes = indexes;
        this.tasks = tasks;
        getStyleClass().add("overlay");
        setMaxSize(WIDE, USE_PREF_SIZE);
        place.setEditable(false);
        place.setAccessibleText("where the indexes are kept");
        place.setId("cache-place");
        size.setId("cache-size");
        size.setWrapText(true);
        problem.setWrapText(true);
        empty.setId("cache-empty");
        empty.setAccessibleText("remove all indexes of source trees");
        empty.setOnAction(e -> remove());
        HBox.setHgrow(place, Priority.ALWAYS);
        Label why = Parts.label(
                "A source tree is gone through once; its index is kept here, and made anew when it is missing.",
                "quiet");
        why.setWrapText(true);
        getChildren()
                .addAll(
                        Parts.label("Whence " + version, "strong"),
                        Parts.label("Finds out where a kernel error comes from. Apache License 2.0."),
                        Parts.label("Source indexes", "strong"),
                        why,
                        size,
                        new HBox(8, place, empty),
                        problem,
                        Parts.label("Escape closes this.", "quiet"));
        say(false);
    }

    private void remove() {
        say(true);
    }

    private void say(boolean emptied) {
        tasks.latest(
                "indexes",
                "",
                watch -> {
                    if (emptied) {
                        indexes.empty();
                    }
                    return indexes.kept();
                },
                this::show,
                problem::setText);
    }

    private void show(Indexes.Kept kept) {
        size.setText(
                kept.bytes() == 0
                        ? "No index is kept."
                        : String.format(
                                Locale.ROOT,
                                "%d %s, %,.1f MB, in",
                                kept.trees(),
                                kept.trees() == 1 ? "tree" : "trees",
                                kept.bytes() / MB));
        place.setText(kept.place());
        empty.setDisable(kept.bytes() == 0);
        problem.setText("");
    }

    /// Puts the keyboard in.
    public void begin() {
        place.requestFocus();
    }
}
