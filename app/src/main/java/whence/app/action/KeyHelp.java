package whence.app.action;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The keys of all actions that have one, by menu.
public final class KeyHelp extends VBox {
    public KeyHelp(Actions actions) {
        getStyleClass().add("overlay");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label("Keys");
        title.getStyleClass().add("strong");
        getChildren().add(title);
        GridPane grid = new GridPane(24, 3);
        int row = 0;
        for (Action action : actions.all()) {
            if (action.key() != null) {
                Label key = new Label(action.keyText());
                key.getStyleClass().add("mono");
                grid.add(new Label(action.title()), row % 2 * 2, row / 2);
                grid.add(key, row % 2 * 2 + 1, row / 2);
                row++;
            }
        }
        getChildren().addAll(grid, new Label("Ctrl+Shift+P lists every command. Escape closes this."));
    }
}
