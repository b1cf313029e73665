package whence.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files and folders that are dropped on the window, and shows that it would. JavaFX thread.
final class Dropping {
    private static final String TARGET = "drop-target";

    private final Scene scene;
    private final Consumer<List<Path>> take;

    private Dropping(Scene scene, Consumer<List<Path>> take) {
        this.scene = scene;
        this.take = take;
    }

    /// @param take gets what was dropped
    static void on(Scene scene, Consumer<List<Path>> take) {
        Dropping dropping = new Dropping(scene, take);
        scene.setOnDragOver(dropping::over);
        scene.setOnDragExited(e -> dropping.mark(false));
        scene.setOnDragDropped(dropping::drop);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            mark(true);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        mark(false);
        take.accept(files);
    }

    private void mark(boolean would) {
        List<String> styles = scene.getRoot().getStyleClass();
        if (would && !styles.contains(TARGET)) {
            styles.add(TARGET);
        } else if (!would) {
            styles.remove(TARGET);
        }
    }
}
