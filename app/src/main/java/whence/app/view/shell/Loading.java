package whence.app.view.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import whence.app.task.Tasks;
import whence.app.view.Parts;

/// What stands there while the first session is being read: what is done, how far it is, and the way out.
final class Loading extends VBox {
    private static final double WIDE = 360;

    Loading(Tasks tasks) {
        getStyleClass().addAll("welcome", "loading");
        var title = Parts.label("", "headline");
        title.textProperty().bind(tasks.titleProperty());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(WIDE);
        bar.progressProperty().bind(tasks.progressProperty());
        bar.setAccessibleText("progress");
        Button cancel = new Button("Cancel  (Esc)");
        cancel.setOnAction(e -> tasks.cancelAll());
        getChildren().addAll(title, bar, cancel);
    }
}
