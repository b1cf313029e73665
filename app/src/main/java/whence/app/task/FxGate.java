package whence.app.task;

import javafx.application.Platform;

/// The way onto the JavaFX thread. Nothing else calls `Platform.runLater`.
@FunctionalInterface
public interface FxGate {
    /// Runs it on the JavaFX thread, later or at once.
    void run(Runnable work);

    /// The toolkit's own thread: at once when called from it.
    static FxGate toolkit() {
        return work -> {
            if (Platform.isFxApplicationThread()) {
                work.run();
            } else {
                Platform.runLater(work);
            }
        };
    }

    /// The calling thread, for tests of models.
    static FxGate sameThread() {
        return Runnable::run;
    }
}
