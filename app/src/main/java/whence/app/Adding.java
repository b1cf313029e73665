package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Opener;
import whence.app.view.add.AddCard;
import whence.app.view.add.Guess;
import whence.app.view.shell.Shell;

/// Adds source trees and captured files to what is open. JavaFX thread.
final class Adding implements AddCard.Wishes {
    private final Desk desk;
    private final Opener opener;
    private final Shell shell;
    private final java.util.function.Consumer<List<Path>> open;

    /// @param open opens files as a session of their own
    Adding(Desk desk, Opener opener, Shell shell, java.util.function.Consumer<List<Path>> open) {
        this.desk = desk;
        this.opener = opener;
        this.shell = shell;
        this.open = open;
    }

    /// Files that somebody dropped, or chose: opens them where nothing is open, asks what they are otherwise.
    void offer(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        Optional<Capture> capture = desk.capture();
        if (capture.isEmpty()) {
            open.accept(files);
        } else {
            ask(files, capture.get(), Guess.of(files));
        }
    }

    /// The same where it is known to be source.
    void offerSource(List<Path> files) {
        Optional<Capture> capture = desk.capture();
        if (!files.isEmpty() && capture.isPresent()) {
            ask(files, capture.get(), Guess.SOURCE);
        }
    }

    private void ask(List<Path> files, Capture to, Guess guess) {
        AddCard card = new AddCard(files, guess, to.trees(), to.missingSources(), this);
        shell.openCard(card);
        card.begin();
    }

    @Override
    public void source(String label, String place) {
        shell.closeOverlay();
        Capture to = desk.capture().orElse(null);
        if (to != null) {
            desk.tasks()
                    .latest(
                            "add",
                            "Adding the source " + label,
                            watch -> opener.addSource(to, label, place, watch),
                            desk::renew,
                            desk::report);
        }
    }

    @Override
    public void files(List<Path> files) {
        shell.closeOverlay();
        Capture to = desk.capture().orElse(null);
        if (to != null) {
            desk.tasks()
                    .latest(
                            "open",
                            "Adding " + files.getFirst().getFileName(),
                            watch -> opener.addFiles(to, files, watch),
                            desk::open,
                            desk::report);
        }
    }

    @Override
    public void session(List<Path> files) {
        shell.closeOverlay();
        open.accept(files);
    }
}
