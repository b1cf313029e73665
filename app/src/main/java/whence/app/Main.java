package whence.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import whence.app.model.Settings;
import whence.app.session.SessionOpener;
import whence.app.task.FxGate;
import whence.app.task.Tasks;

/// Starts the workbench: `Main [FILES...] [--source LABEL=PATH]...`.
public final class Main {
    /// What sysexits.h calls EX_UNAVAILABLE: there is no display to show a window on.
    static final int NO_DISPLAY = 69;

    private Main() {}

    public static void main(String[] arguments) {
        Optional<String> missing = Display.missing(System.getenv());
        if (missing.isPresent()) {
            System.err.println("whence: " + missing.get());
            System.exit(NO_DISPLAY);
        }
        Words words = Words.of(List.of(arguments));
        try {
            Platform.startup(() -> begin(words));
        } catch (RuntimeException | LinkageError failure) {
            System.err.println("whence: the window system cannot be used: " + failure.getMessage());
            System.exit(NO_DISPLAY);
        }
    }

    private static void begin(Words words) {
        Settings settings = Settings.of(System.getenv());
        ExecutorService workers = Executors.newFixedThreadPool(4, run -> {
            Thread thread = new Thread(run, "whence-work");
            thread.setDaemon(true);
            return thread;
        });
        Wiring wiring = new Wiring(
                new Tasks(workers, FxGate.toolkit()), new SessionOpener(words.sources()), settings, Dialogs.desktop());
        show(wiring, settings);
        wiring.open(words.files());
    }

    private static void show(Wiring wiring, Settings settings) {
        Stage stage = new Stage();
        stage.setTitle("Whence");
        wiring.desk().captureProperty().subscribe(c -> stage.setTitle(c == null ? "Whence" : c.title() + " — Whence"));
        stage.setScene(wiring.scene());
        // A screen that is smaller than the window, or scaled, would cut off the menu and the status line.
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(settings.number("width", Wiring.WIDTH), screen.getWidth()));
        stage.setHeight(Math.min(settings.number("height", Wiring.HEIGHT), screen.getHeight()));
        stage.setMaximized(Boolean.parseBoolean(settings.get("maximized", "false")));
        stage.setOnCloseRequest(e -> {
            if (!stage.isMaximized()) {
                settings.put("width", Double.toString(stage.getWidth()));
                settings.put("height", Double.toString(stage.getHeight()));
            }
            settings.put("maximized", Boolean.toString(stage.isMaximized()));
            wiring.remember();
            wiring.desk().close();
            Platform.exit();
        });
        stage.show();
    }

    /// The command line, taken apart.
    record Words(List<Path> files, Map<String, String> sources) {
        static Words of(List<String> arguments) {
            List<Path> files = new ArrayList<>();
            Map<String, String> sources = new LinkedHashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).equals("--source") && i + 1 < arguments.size()) {
                    String[] pair = arguments.get(++i).split("=", 2);
                    sources.put(pair[0], pair[pair.length - 1]);
                } else {
                    files.add(Path.of(arguments.get(i)));
                }
            }
            return new Words(List.copyOf(files), sources);
        }
    }
}
