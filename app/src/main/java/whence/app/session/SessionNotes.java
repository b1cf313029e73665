package whence.app.session;

import java.util.List;
import java.util.Optional;
import whence.app.model.Notes;
import whence.evidence.Finding;
import whence.evidence.Standing;
import whence.session.notebook.Notebook;
import whence.trail.Assumption;
import whence.trail.Choices;

/// The notebook of a session.
record SessionNotes(Notebook book) implements Notes {
    /// What the user decided, for the reasoning.
    static Choices choices(Notebook book) {
        Choices choices = Choices.NONE;
        for (String candidate : book.choices()) {
            choices = choices.take(candidate);
        }
        for (String stated : book.assumptions()) {
            Optional<Assumption> assumption = Assumption.parse(stated);
            choices = assumption.isPresent() ? choices.assuming(assumption.get()) : choices;
        }
        return choices;
    }

    @Override
    public List<Finding> findings() {
        return book.findings();
    }

    @Override
    public Standing standing(Finding finding) {
        return book.standings().stream()
                .filter(each -> each.finding().id().equals(finding.id()))
                .findFirst()
                .orElseGet(() -> new Standing(finding, Standing.State.STANDS, List.of()));
    }

    @Override
    public void refute(String id, boolean so) {
        if (so) {
            book.refute(id);
        } else {
            book.uphold(id);
        }
    }

    @Override
    public void keep(Finding finding) {
        book.keep(finding);
    }

    @Override
    public void remove(String id) {
        book.drop(id);
    }

    @Override
    public void choose(String candidate) {
        book.choose(candidate);
    }

    @Override
    public List<String> choices() {
        return book.choices();
    }

    @Override
    public List<String> assumptions() {
        return book.assumptions();
    }

    @Override
    public void assume(String assumption) {
        book.assume(assumption);
    }

    @Override
    public void retract(String assumption) {
        book.retract(assumption);
    }

    @Override
    public Optional<String> unsaved() {
        return book.unsaved();
    }

    @Override
    public boolean undo() {
        boolean can = book.canUndo();
        book.undo();
        return can;
    }

    @Override
    public boolean redo() {
        boolean can = book.canRedo();
        book.redo();
        return can;
    }
}
