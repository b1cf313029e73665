package whence.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import whence.app.action.Actions;
import whence.app.model.Desk;
import whence.app.model.Opener;
import whence.app.model.Origin;
import whence.app.model.Settings;
import whence.app.model.Theme;
import whence.app.task.Tasks;
import whence.app.view.board.BoardPane;
import whence.app.view.bytes.BytesPane;
import whence.app.view.call.CallPane;
import whence.app.view.callers.CallersPane;
import whence.app.view.difference.DifferencePane;
import whence.app.view.exits.ExitsPane;
import whence.app.view.findings.FindingsModel;
import whence.app.view.findings.FindingsPane;
import whence.app.view.shell.Shell;
import whence.app.view.shell.Welcomes;
import whence.app.view.source.SourcePane;
import whence.app.view.symbols.SymbolsPane;
import whence.app.view.timeline.TimelinePane;
import whence.app.view.trail.TrailPane;

/// Makes one workbench out of its parts, by hand. JavaFX thread.
public final class Wiring {
    static final double WIDTH = 1500;
    static final double HEIGHT = 950;
    private static final double FONT = 13;

    private final Tasks tasks;
    private final Opener opener;
    private final Adding adding;
    private final Settings settings;
    private final Desk desk;
    private final TrailPane trail;
    private final TimelinePane timeline;
    private final SymbolsPane symbols;
    private final SourcePane source;
    private final DifferencePane difference;
    private final FindingsModel findings;
    private final Shell shell;
    private final Actions actions = new Actions();
    private final Scene scene;
    private Theme theme = Theme.LIGHT;
    private double fontSize;

    Wiring(Tasks tasks, Opener opener, Settings settings, Dialogs dialogs) {
        this.tasks = tasks;
        this.opener = opener;
        this.settings = settings;
        desk = new Desk(tasks);
        trail = new TrailPane(desk);
        timeline = new TimelinePane(desk);
        symbols = new SymbolsPane(desk);
        source = new SourcePane(desk);
        difference = new DifferencePane(desk);
        findings = new FindingsModel(desk);
        shell = new Shell(
                desk,
                List.of(
                        trail.pane(),
                        timeline.pane(),
                        source.pane(),
                        new CallersPane(desk).pane(),
                        difference.pane(),
                        new ExitsPane(desk).pane(),
                        new BoardPane(desk).pane(),
                        new BytesPane(desk).pane(),
                        new CallPane(desk).pane(),
                        symbols.pane(),
                        new FindingsPane(desk, findings).pane()));
        adding = new Adding(desk, opener, shell, this::open);
        new Commands(this, dialogs).fill(actions);
        timeline.onOpen(actions.find("statement").orElseThrow()::perform);
        actions.remap(settings.keys()).forEach(desk::report);
        StackPane welcome = new StackPane(Welcomes.make(
                settings.recent(), () -> actions.find("open").orElseThrow().perform(), f -> open(List.of(f))));
        scene = new Scene(
                shell.build(actions, welcome), settings.number("width", WIDTH), settings.number("height", HEIGHT));
        fontSize = settings.number("font", FONT);
        dress(Theme.of(settings.get("theme", "light")));
        listen();
        shell.arrange(settings);
    }

    private void listen() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && (shell.closeOverlay() || stopOpening())) {
                e.consume();
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.BACK) {
                desk.back();
            } else if (e.getButton() == MouseButton.FORWARD) {
                desk.forward();
            }
        });
        scene.addEventFilter(ScrollEvent.SCROLL, e -> {
            if (e.isShortcutDown() && e.getDeltaY() != 0) {
                zoom(Math.signum(e.getDeltaY()));
                e.consume();
            }
        });
        Dropping.on(scene, adding::offer);
    }

    private boolean stopOpening() {
        boolean opening =
                desk.capture().isEmpty() && !tasks.titleProperty().get().isEmpty();
        if (opening) {
            tasks.cancelAll();
        }
        return opening;
    }

    /// Opens files as one session; says in one sentence what is wrong where that fails, and leaves open what was.
    public void open(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        tasks.latest(
                "open",
                "Opening " + files.getFirst().getFileName(),
                w -> opener.open(files, w),
                capture -> {
                    desk.open(capture);
                    settings.opened(files.getFirst());
                },
                desk::report);
    }

    void dress(Theme wanted) {
        theme = wanted;
        Application.setUserAgentStylesheet(wanted.base());
        scene.getStylesheets().setAll(wanted.sheets());
        settings.put("theme", wanted.word());
        zoom(0);
    }

    Theme theme() {
        return theme;
    }

    /// Changes the size of all text; 0 puts in force what is set.
    void zoom(double by) {
        fontSize = Math.clamp(fontSize + by, 8, 32);
        scene.getRoot().setStyle("-fx-font-size: " + Math.round(fontSize) + "px;");
        settings.put("font", Double.toString(fontSize));
    }

    void resetZoom() {
        fontSize = FONT;
        zoom(0);
    }

    /// Writes down layout and theme.
    void remember() {
        shell.remember(settings);
        settings.save();
    }

    public Scene scene() {
        return scene;
    }

    public Desk desk() {
        return desk;
    }

    public Shell shell() {
        return shell;
    }

    Adding adding() {
        return adding;
    }

    public Actions actions() {
        return actions;
    }

    Settings settings() {
        return settings;
    }

    TrailPane trail() {
        return trail;
    }

    TimelinePane timeline() {
        return timeline;
    }

    SymbolsPane symbols() {
        return symbols;
    }

    SourcePane source() {
        return source;
    }

    DifferencePane difference() {
        return difference;
    }

    FindingsModel findings() {
        return findings;
    }

    /// Shows a pane, for pictures and tests.
    public void show(Origin pane) {
        shell.show(pane);
    }
}
