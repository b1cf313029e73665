package whence.session.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Finding;
import whence.evidence.Standing;

/// What the user keeps of a session: findings, assumptions, choices. An append-only log of edits, of which the state is
/// the sum; undo and redo are entries too, so nothing is ever lost. Entries of unknown kind are kept and pass by.
///
/// Any thread; listeners are called on the editing one.
public final class Notebook {
    private final List<ObjectNode> log;
    private final Autosave autosave;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Pages pages;

    /// @param saved the log as the session file holds it
    /// @param autosave where each edit goes at once; what it holds from an earlier run comes behind `saved`
    public Notebook(List<ObjectNode> saved, Autosave autosave) {
        this.log = new ArrayList<>(saved);
        this.autosave = autosave;
        log.addAll(autosave.restored());
        this.pages = Pages.of(log);
    }

    /// In the order they were kept.
    public synchronized List<Finding> findings() {
        return pages.standings().stream().map(Standing::finding).toList();
    }

    /// The findings with what became of them, in the same order.
    public synchronized List<Standing> standings() {
        return pages.standings();
    }

    /// What the user said to be so, each as it was written.
    public synchronized List<String> assumptions() {
        return pages.assumptions();
    }

    /// Ids of the candidates the user preferred.
    public synchronized List<String> choices() {
        return pages.choices();
    }

    public synchronized boolean canUndo() {
        return pages.undoable() > 0;
    }

    public synchronized boolean canRedo() {
        return pages.redoable() > 0;
    }

    /// Keeps a finding; one of the same id is replaced.
    public void keep(Finding finding) {
        append(FindingJson.write(Entries.of(Entries.KEEP), finding));
    }

    public void drop(String findingId) {
        append(Entries.of(Entries.DROP).put(Entries.ID, findingId));
    }

    /// Says that a finding is not so; it stays in the notebook, and what rests on it is marked.
    public void refute(String findingId) {
        append(Entries.of(Entries.REFUTE).put(Entries.ID, findingId));
    }

    /// Takes a refutation back.
    public void uphold(String findingId) {
        append(Entries.of(Entries.UPHOLD).put(Entries.ID, findingId));
    }

    public void assume(String statement) {
        append(Entries.of(Entries.ASSUME).put(Entries.TEXT, statement));
    }

    public void retract(String statement) {
        append(Entries.of(Entries.RETRACT).put(Entries.TEXT, statement));
    }

    public void choose(String candidateId) {
        append(Entries.of(Entries.CHOOSE).put(Entries.ID, candidateId));
    }

    public void release(String candidateId) {
        append(Entries.of(Entries.RELEASE).put(Entries.ID, candidateId));
    }

    /// Takes back the last edit that is in force; nothing where there is none.
    public void undo() {
        if (canUndo()) {
            append(Entries.of(Entries.UNDO));
        }
    }

    /// Puts back the last edit taken back; nothing where there is none.
    public void redo() {
        if (canRedo()) {
            append(Entries.of(Entries.REDO));
        }
    }

    /// The whole log, for the session file.
    public synchronized List<ObjectNode> log() {
        return log.stream().map(ObjectNode::deepCopy).toList();
    }

    /// Says that the log stands in the session file now: the copy beside it is not needed any more.
    public void saved() {
        autosave.clear();
    }

    /// What keeps edits from being written to disk, as a sentence for the user; empty where all are.
    public Optional<String> unsaved() {
        return autosave.trouble();
    }

    /// Calls `listener` after each edit, until the result is run.
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void append(ObjectNode entry) {
        synchronized (this) {
            log.add(entry);
            autosave.append(entry);
            pages = Pages.of(log);
        }
        listeners.forEach(Runnable::run);
    }
}
