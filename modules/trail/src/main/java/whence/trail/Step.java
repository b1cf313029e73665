package whence.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;

/// One step of a trail: what was concluded, why, how surely, from which bytes, and what else it could have been.
///
/// @param chosen id of the candidate taken; null where none is
/// @param at where the workbench looks to show this step
public record Step(
        Kind kind,
        String title,
        String why,
        Grade grade,
        List<Span> evidence,
        @Nullable String chosen,
        List<Candidate> candidates,
        @Nullable Ref at) {
    public Step {
        evidence = List.copyOf(evidence);
        candidates = List.copyOf(candidates);
    }

    /// What the step arrives at.
    public enum Kind {
        LINE,
        STATEMENT,
        CALL,
        SYMBOL,
        EXIT,
        PATCH
    }

    /// One alternative of a step.
    ///
    /// @param id stable within the trail; what [Step#chosen] and the user's choices name
    /// @param why taken or not taken, a sentence
    public record Candidate(
            String id,
            String title,
            String why,
            Grade grade,
            List<Span> evidence,
            @Nullable Ref at) {
        public Candidate {
            evidence = List.copyOf(evidence);
        }
    }
}
