package whence.app;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.stage.Window;
import whence.app.action.Action.Menu;
import whence.app.action.Actions;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.app.session.SourceIndexes;
import whence.app.view.shell.AboutCard;
import whence.trail.Trail;

/// Fills the action table: what there is to do, and which part does it.
final class Commands {
    static final String NOTHING_OPEN = "nothing is open";

    private final Wiring wiring;
    private final Dialogs dialogs;
    private final Desk desk;
    private final BooleanBinding open;
    private final BooleanBinding followed;

    Commands(Wiring wiring, Dialogs dialogs) {
        this.wiring = wiring;
        this.dialogs = dialogs;
        this.desk = wiring.desk();
        this.open = Bindings.isNotNull(desk.captureProperty());
        this.followed = Bindings.isNotNull(desk.trailProperty());
    }

    void fill(Actions to) {
        file(to);
        new GoCommands(wiring, open, followed).fill(to);
        new PaneCommands(wiring.shell(), open).fill(to);
        view(to);
        findings(to);
        to.add(
                Menu.HELP,
                "palette",
                "All Commands…",
                "Shortcut+Shift+P",
                "fth-command",
                () -> wiring.shell().openPalette(to));
        to.add(Menu.HELP, "keys", "Keys", "F1", "", () -> wiring.shell().openKeyHelp(to));
        to.add(Menu.HELP, "about", "About, and What Is Kept on Disk", "", "", this::about);
    }

    private void file(Actions to) {
        to.add(Menu.FILE, "open", "Open…", "Shortcut+O", "fth-folder", () -> wiring.open(dialogs.toOpen(window())));
        to.add(Menu.FILE, "open-recent", "Open Last Session", "Shortcut+Shift+O", "", this::openRecent);
        adding(to);
        to.add(Menu.FILE, "report", "Export Report…", "Shortcut+E", "fth-share", open, NOTHING_OPEN, this::report);
        to.add(Menu.FILE, "close", "Close Session", "Shortcut+W", "", open, NOTHING_OPEN, desk::close);
        to.add(Menu.FILE, "quit", "Quit", "Shortcut+Q", "", this::quit);
    }

    private void adding(Actions to) {
        Adding adding = wiring.adding();
        to.add(
                Menu.FILE,
                "add-source",
                "Add Source Folder…",
                "Shortcut+Shift+A",
                "",
                open,
                NOTHING_OPEN,
                () -> dialogs.folder(window()).ifPresent(folder -> adding.offerSource(List.of(folder))));
        to.add(
                Menu.FILE,
                "add-source-file",
                "Add Source Archive or File…",
                "",
                "",
                open,
                NOTHING_OPEN,
                () -> adding.offerSource(
                        dialogs.toOpen(window()).stream().limit(1).toList()));
        to.add(
                Menu.FILE,
                "add-files",
                "Add Captured Files…",
                "",
                "",
                open,
                NOTHING_OPEN,
                () -> adding.offer(dialogs.toOpen(window())));
    }

    private void view(Actions to) {
        to.add(
                Menu.VIEW,
                "theme",
                "Next Theme: Light, Dark, High Contrast",
                "Shortcut+T",
                "fth-moon",
                () -> wiring.dress(wiring.theme().next()));
        to.add(Menu.VIEW, "larger", "Larger Text", "Shortcut+Plus", "", () -> wiring.zoom(1));
        to.add(Menu.VIEW, "smaller", "Smaller Text", "Shortcut+Minus", "", () -> wiring.zoom(-1));
        to.add(Menu.VIEW, "normal", "Normal Text", "Shortcut+Shift+0", "", wiring::resetZoom);
    }

    private void findings(Actions to) {
        to.add(Menu.FINDINGS, "keep", "Keep as Finding", "Shortcut+D", "fth-bookmark", open, NOTHING_OPEN, () -> {
            wiring.findings().keep();
            wiring.shell().show(Origin.FINDINGS);
        });
        to.add(Menu.FINDINGS, "assume", "State an Assumption…", "Shortcut+Shift+D", "", followed, "no trail", () -> {
            wiring.shell().show(Origin.TRAIL);
            wiring.trail().beginAssuming();
        });
        to.add(Menu.FINDINGS, "undo", "Undo", "Shortcut+Z", "", open, NOTHING_OPEN, wiring.findings()::undo);
        to.add(Menu.FINDINGS, "redo", "Redo", "Shortcut+Shift+Z", "", open, NOTHING_OPEN, wiring.findings()::redo);
    }

    private void about() {
        String version = Commands.class.getPackage().getImplementationVersion();
        AboutCard card =
                new AboutCard(version == null ? "(not packaged)" : version, SourceIndexes.ofUser(), desk.tasks());
        wiring.shell().openCard(card);
        card.begin();
    }

    private void openRecent() {
        wiring.settings().recent().stream().findFirst().ifPresent(f -> wiring.open(List.of(f)));
    }

    private void report() {
        Capture capture = desk.capture().orElse(null);
        if (capture == null) {
            return;
        }
        List<Trail> trails =
                Optional.ofNullable(desk.trailProperty().get()).stream().toList();
        dialogs.toReport(window())
                .ifPresent(target -> desk.tasks()
                        .latest(
                                "report",
                                "Writing " + target.getFileName(),
                                w -> {
                                    capture.report(target, trails);
                                    return target;
                                },
                                done -> desk.report("The report is in " + done + "."),
                                desk::report));
    }

    private Window window() {
        Scene scene = wiring.scene();
        return scene.getWindow();
    }

    private void quit() {
        wiring.remember();
        desk.close();
        Platform.exit();
    }
}
