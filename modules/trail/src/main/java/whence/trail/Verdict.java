package whence.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.branches.JudgedExit;
import whence.evidence.Grade;

/// What the evidence leaves of a function's exits in one source.
///
/// @param source label of the tree; null where the verdict needs none
/// @param summary a sentence that a kernel developer would sign
/// @param weakest the weakest premise; null where nothing is concluded
public record Verdict(
        State state,
        @Nullable String source,
        List<JudgedExit> exits,
        String summary,
        @Nullable Premise weakest) {
    public Verdict {
        exits = List.copyOf(exits);
    }

    /// How many exits are left.
    public enum State {
        ONE,
        SEVERAL,
        /// The evidence contradicts the source.
        NONE,
        INSUFFICIENT,
        /// The lead ends at something else than a branch.
        EXPLAINED
    }

    /// Something the verdict rests on.
    public record Premise(String premise, Grade grade) {}
}
