package whence.app.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import whence.app.view.Parts;

/// What stands where nothing is open: what the program is for, and the ways to begin.
final class Welcome extends VBox {
    Welcome(List<Path> samples, List<Path> recent, Runnable open, Consumer<Path> openThis) {
        getStyleClass().add("welcome");
        getChildren().add(Parts.label("Where does this kernel error come from?", "headline"));
        getChildren()
                .add(Parts.label(
                        "Open a captured session, or drop logs, traces, symbol lists and sources here together. Whence finds what asks for"
                                + " an explanation and walks from the line to the branch that returned it.",
                        "quiet"));
        Button button = new Button("Open…  (Ctrl+O)");
        button.setDefaultButton(true);
        button.setOnAction(e -> open.run());
        getChildren().add(button);
        list("To begin with, a sample session:", samples, openThis);
        list("Opened last:", recent, openThis);
    }

    private void list(String title, List<Path> files, Consumer<Path> openThis) {
        if (files.isEmpty()) {
            return;
        }
        getChildren().add(Parts.label(title, "quiet"));
        for (Path file : files) {
            Hyperlink link = new Hyperlink(file.getFileName() + "   " + parent(file));
            link.setOnAction(e -> openThis.accept(file));
            getChildren().add(link);
        }
    }

    private static String parent(Path file) {
        return file.getParent() == null ? "" : "(" + file.getParent() + ")";
    }
}
