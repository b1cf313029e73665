package whence.branches;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Span;

/// An exit after the evidence has spoken.
///
/// @param because for an eliminated exit the rules that felled it, each with its premises; for another, what speaks
/// for it or what would be needed
public record JudgedExit(Exit exit, State state, List<Because> because) {
    public JudgedExit {
        because = List.copyOf(because);
    }

    /// What is left of an exit.
    public enum State {
        SURVIVES,
        ELIMINATED,
        UNKNOWN
    }

    /// One rule applied.
    ///
    /// @param rule its name, stable: `value`, `must-call`, `never-call`, `guard`
    /// @param text a sentence for people
    /// @param grade that of its weakest premise
    public record Because(String rule, String text, Grade grade, List<Span> evidence) {
        public Because {
            evidence = List.copyOf(evidence);
        }
    }
}
