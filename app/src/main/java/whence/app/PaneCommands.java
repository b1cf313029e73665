package whence.app;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import whence.app.action.Action.Menu;
import whence.app.action.Actions;
import whence.app.model.Origin;
import whence.app.view.shell.Shell;

/// The panes by number, and one after the other.
final class PaneCommands {
    private final Shell shell;
    private final BooleanExpression open;

    PaneCommands(Shell shell, BooleanExpression open) {
        this.shell = shell;
        this.open = open;
    }

    private record Pane(Origin id, String title) {}

    void fill(Actions to) {
        List<Pane> numbered = List.of(
                new Pane(Origin.TRAIL, "Trail"),
                new Pane(Origin.TIMELINE, "Timeline"),
                new Pane(Origin.SOURCE, "Source"),
                new Pane(Origin.DIFFERENCE, "Difference"),
                new Pane(Origin.EXITS, "Exits"),
                new Pane(Origin.BYTES, "Bytes"),
                new Pane(Origin.CALL, "Details"),
                new Pane(Origin.SYMBOLS, "Symbols"),
                new Pane(Origin.FINDINGS, "Findings"),
                new Pane(Origin.BOARD, "Board"));
        for (int i = 0; i < numbered.size(); i++) {
            Pane pane = numbered.get(i);
            add(to, "pane-" + (i + 1), pane.title(), "Shortcut+" + (i + 1) % 10, () -> shell.go(pane.id()));
        }
        add(to, "next-pane", "Next Pane", "F6", () -> shell.goToNextPane(1));
        add(to, "previous-pane", "Previous Pane", "Shift+F6", () -> shell.goToNextPane(-1));
    }

    private void add(Actions to, String id, String title, String key, Runnable run) {
        to.add(Menu.VIEW, id, title, key, "", open, Commands.NOTHING_OPEN, run);
    }
}
