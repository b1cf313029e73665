package whence.app;

import javafx.beans.binding.BooleanExpression;
import whence.app.action.Action.Menu;
import whence.app.action.Actions;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.evidence.Ref;

/// The ways from one place to another.
final class GoCommands {
    private final Wiring wiring;
    private final Desk desk;
    private final BooleanExpression open;
    private final BooleanExpression followed;

    GoCommands(Wiring wiring, BooleanExpression open, BooleanExpression followed) {
        this.wiring = wiring;
        this.desk = wiring.desk();
        this.open = open;
        this.followed = followed;
    }

    void fill(Actions to) {
        history(to);
        steps(to);
        add(to, "next-difference", "Next Difference", "F7", () -> difference(1));
        add(to, "previous-difference", "Previous Difference", "Shift+F7", () -> difference(-1));
        add(to, "function", "Go to Function, Macro, File or Line…", "Shortcut+P", this::function);
        add(
                to,
                "statement",
                "Statement That Printed This, or Definition",
                "F12",
                new StatementOfLine(desk, wiring.shell())::show);
        add(
                to,
                "callers",
                "Who Can Reach This",
                "Shift+F12",
                () -> wiring.shell().go(Origin.CALLERS));
        add(to, "symbols-here", "Symbols This Line Names", "F4", this::symbolsHere);
        add(to, "exec", "Exec of This Process", "F3", new StartOfProcess(desk)::show);
        to.add(
                Menu.GO,
                "filter",
                "Filter Events",
                "Shortcut+F",
                "fth-filter",
                open,
                Commands.NOTHING_OPEN,
                wiring.timeline()::focusFilter);
    }

    private void add(Actions to, String id, String title, String key, Runnable run) {
        to.add(Menu.GO, id, title, key, "", open, Commands.NOTHING_OPEN, run);
    }

    private void history(Actions to) {
        to.add(
                Menu.GO,
                "back",
                "Back",
                "Alt+Left",
                "fth-arrow-left",
                desk.canGoBackProperty(),
                "nowhere to go back to",
                desk::back);
        to.add(
                Menu.GO,
                "forward",
                "Forward, or Next Step",
                "Alt+Right",
                "fth-arrow-right",
                desk.canGoForwardProperty(),
                "this is the end of the trail",
                desk::forward);
    }

    private void steps(Actions to) {
        to.add(Menu.GO, "next-step", "Next Step of the Trail", "F8", "", followed, "no trail", desk::nextStep);
        to.add(
                Menu.GO,
                "previous-step",
                "Previous Step of the Trail",
                "Shift+F8",
                "",
                followed,
                "no trail",
                desk::previousStep);
    }

    private void function() {
        wiring.shell().show(Origin.SOURCE);
        wiring.source().focusGoTo();
    }

    private void symbolsHere() {
        Ref.Event event = desk.lookedProperty().get().place().event();
        Capture capture = desk.capture().orElse(null);
        if (event == null || capture == null) {
            desk.report("Select a line first.");
            return;
        }
        wiring.shell().show(Origin.SYMBOLS);
        wiring.symbols().locate(capture, event);
    }

    private void difference(int direction) {
        wiring.shell().show(Origin.DIFFERENCE);
        if (direction > 0) {
            wiring.difference().next();
        } else {
            wiring.difference().previous();
        }
    }
}
