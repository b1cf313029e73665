package whence.app.view.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;

/// Finds what the empty window can offer.
public final class Welcomes {
    private Welcomes() {}

    /// @param recent files opened last; those that are gone are left out
    public static Node make(List<Path> recent, Runnable open, Consumer<Path> openThis) {
        return new Welcome(
                samples(), recent.stream().filter(Files::exists).limit(5).toList(), open, openThis);
    }

    private static List<Path> samples() {
        String root = System.getProperty("whence.root", "");
        if (root.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(root, "sample-sessions"))) {
            return files.filter(f -> f.toString().endsWith(".whence")).sorted().toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
