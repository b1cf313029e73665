package whence.app;

import java.util.Optional;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Printed;
import whence.app.view.shell.Shell;
import whence.evidence.Ref;

/// Goes from a line of a log to the statement that printed it, and from a call or a probe's hit to the definition
/// of its function. JavaFX thread.
final class StatementOfLine {
    private final Desk desk;
    private final Shell shell;

    StatementOfLine(Desk desk, Shell shell) {
        this.desk = desk;
        this.shell = shell;
    }

    /// Looks it up in the background, and says in a sentence where nothing is known.
    void show() {
        Looked looked = desk.lookedProperty().get();
        Ref.Event event = looked.place().event();
        Optional<Capture> capture = desk.capture();
        if (looked.place().source() != null) {
            shell.go(Origin.SOURCE);
        } else if (event == null || capture.isEmpty()) {
            desk.report("Select a line of a log, a call or a probe's hit first.");
        } else {
            desk.tasks()
                    .latest(
                            "statement",
                            "Looking for the statement",
                            watch -> capture.get().code().printed(event),
                            this::go,
                            desk::report);
        }
    }

    private void go(Printed printed) {
        if (printed.statements().isEmpty()) {
            desk.report(printed.sentence());
            return;
        }
        desk.look(printed.statements().getFirst().at(), Origin.OPENING);
        shell.go(Origin.SOURCE);
        if (printed.similar() || printed.statements().size() > 1) {
            desk.report(printed.sentence() + " This is the likeliest; the Callers pane of the line lists them.");
        }
    }
}
