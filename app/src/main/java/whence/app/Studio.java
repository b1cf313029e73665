package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Settings;
import whence.app.model.Theme;
import whence.app.session.SessionOpener;
import whence.app.task.Tasks;

/// A workbench without a window, all work on the calling thread: what pictures are taken of. JavaFX thread.
public final class Studio {
    private final Wiring wiring;

    private Studio(Wiring wiring) {
        this.wiring = wiring;
    }

    /// Opens files; an empty list shows the welcome.
    ///
    /// @throws IllegalStateException with the sentence a user would read where the files cannot be opened
    public static Studio open(List<Path> files, Theme theme, int width, int height) {
        Wiring wiring =
                new Wiring(Tasks.sameThread(), new SessionOpener(Map.of()), settings(width, height), Dialogs.desktop());
        wiring.dress(theme);
        wiring.open(files);
        String problem = wiring.desk().problemProperty().get();
        if (!problem.isEmpty() && wiring.desk().capture().isEmpty()) {
            throw new IllegalStateException(problem);
        }
        return new Studio(wiring);
    }

    // Pictures look the same whoever takes them, and leave no trace: nothing is read or kept.
    private static Settings settings(int width, int height) {
        Path nowhere = Path.of("/dev/null/whence");
        Settings settings = new Settings(nowhere, nowhere);
        settings.put("width", Integer.toString(width));
        settings.put("height", Integer.toString(height));
        return settings;
    }

    /// Goes to a step of the trail, from 1, by walking there.
    public void walkTo(int step) {
        Looked before = Looked.NOWHERE;
        while (wiring.desk().currentStep() + 1 < step
                && !before.equals(wiring.desk().lookedProperty().get())) {
            before = wiring.desk().lookedProperty().get();
            wiring.desk().forward();
        }
        if (wiring.desk().currentStep() == Focus.NO_STEP) {
            wiring.desk().nextStep();
        }
    }

    public void show(Origin pane) {
        wiring.show(pane);
    }

    public Scene scene() {
        return wiring.scene();
    }
}
