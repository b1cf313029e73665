package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Window;
import whence.app.model.Capture;
import whence.app.model.Settings;
import whence.app.task.Tasks;

/// A whole workbench for tests: no window, all work on the calling thread. JavaFX thread.
final class Bench {
    static final Path NOWHERE = Path.of("/dev/null/whence");

    private Bench() {}

    static Wiring with(Capture capture) {
        return with(capture, Path.of("/dev/null/report.html"));
    }

    static Wiring with(Capture capture, Path report) {
        Wiring wiring = new Wiring(
                Tasks.sameThread(), (files, watch) -> capture, new Settings(NOWHERE, NOWHERE), new Answers(report));
        wiring.open(List.of(Path.of("made-by-hand")));
        layout(wiring);
        return wiring;
    }

    static void layout(Wiring wiring) {
        for (int i = 0; i < 4; i++) {
            wiring.scene().getRoot().applyCss();
            wiring.scene().getRoot().layout();
        }
    }

    static <T extends Node> List<T> all(Wiring wiring, String selector, Class<T> type) {
        layout(wiring);
        return wiring.scene().getRoot().lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private record Answers(Path report) implements Dialogs {
        @Override
        public List<Path> toOpen(Window owner) {
            return List.of(Path.of("made-by-hand"));
        }

        @Override
        public Optional<Path> folder(Window owner) {
            return Optional.of(Path.of("made-by-hand"));
        }

        @Override
        public Optional<Path> toReport(Window owner) {
            return Optional.of(report);
        }
    }
}
