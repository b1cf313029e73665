package whence.app.action;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every action by a few letters of its name, with its key, and why it cannot be done where it cannot.
public final class Palette extends VBox {
    private final Actions actions;
    private final TextField typed = new TextField();
    private final ListView<Action> found = new ListView<>();
    private final Runnable onClose;

    public Palette(Actions actions, Runnable onClose) {
        this.actions = actions;
        this.onClose = onClose;
        getStyleClass().add("overlay");
        setMaxSize(560, 380);
        typed.setPromptText("Type a few letters of a command");
        typed.setAccessibleText("command");
        typed.textProperty().subscribe(this::search);
        found.setCellFactory(view -> new ActionCell());
        found.setFocusTraversable(false);
        found.setPlaceholder(new Label("No command has these letters in its name."));
        found.setOnMouseClicked(e -> perform());
        VBox.setVgrow(found, Priority.ALWAYS);
        getChildren().addAll(typed, found);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Empties it and puts the keyboard in.
    public void begin() {
        typed.clear();
        search("");
        typed.requestFocus();
    }

    private void search(String text) {
        found.getItems().setAll(Fuzzy.matching(actions.byRecency(), text));
        found.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            onClose.run();
        } else if (code == KeyCode.ENTER) {
            perform();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int to = found.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
            found.getSelectionModel()
                    .select(Math.max(0, Math.min(to, found.getItems().size() - 1)));
            found.scrollTo(Math.max(0, to - 3));
        } else {
            return;
        }
        event.consume();
    }

    private void perform() {
        Action action = found.getSelectionModel().getSelectedItem();
        if (action != null && action.enabled().get()) {
            onClose.run();
            action.perform();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox line = new HBox(8, title, spring(), key);

        ActionCell() {
            key.getStyleClass().add("keycap");
        }

        private static Region spring() {
            Region spring = new Region();
            HBox.setHgrow(spring, Priority.ALWAYS);
            return spring;
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            if (action == null || empty) {
                setGraphic(null);
                return;
            }
            boolean possible = action.enabled().get();
            title.setText(
                    action.menu().title() + ": " + action.title() + (possible ? "" : "   (" + action.whyNot() + ")"));
            title.setDisable(!possible);
            key.setText(action.keyText());
            setGraphic(line);
        }
    }

    /// What is found now, best first.
    java.util.List<Action> found() {
        return java.util.List.copyOf(found.getItems());
    }

    /// For the window: a palette stands at the top, in the middle.
    public BorderPane placed() {
        BorderPane place = new BorderPane();
        BorderPane.setAlignment(this, javafx.geometry.Pos.TOP_CENTER);
        place.setTop(this);
        place.setPickOnBounds(false);
        return place;
    }
}
