package whence.app.model;

import java.util.List;
import java.util.Optional;
import whence.evidence.Finding;
import whence.evidence.Standing;

/// The notebook of a session as the panes edit it. Thread-safe.
public interface Notes {
    List<Finding> findings();

    /// What became of a finding.
    Standing standing(Finding finding);

    /// Says that a finding is not so, or takes that back.
    void refute(String id, boolean so);

    default Optional<Finding> find(String id) {
        return findings().stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /// Keeps a claim; one with the same id is replaced.
    void keep(Finding finding);

    void remove(String id);

    /// Takes a candidate of a step instead of the one the program took.
    void choose(String candidate);

    /// The candidates that were taken so.
    List<String> choices();

    /// Assumptions the user stated, as sentences.
    List<String> assumptions();

    /// States one more; every conclusion below it carries the grade.
    void assume(String assumption);

    /// Takes one back; findings that rest on it are marked.
    void retract(String assumption);

    /// What keeps edits from being written to disk, as a sentence; empty where all are.
    default Optional<String> unsaved() {
        return Optional.empty();
    }

    /// Takes the newest edit back; false where there is none.
    boolean undo();

    /// Does again what was taken back last; false where there is nothing.
    boolean redo();
}
