package whence.trail.ledger;

import java.util.List;
import whence.evidence.Grade;
import whence.evidence.Span;

/// One thing that must hold before "this function did not run" may be said.
///
/// @param grade how it is known; [Grade#ASSUMED] where it does not hold
/// @param text a sentence: why it holds, or what is missing
public record Condition(Name name, boolean holds, Grade grade, String text, List<Span> evidence) {
    public Condition {
        evidence = List.copyOf(evidence);
    }

    static Condition met(Name name, Grade grade, String text, List<Span> evidence) {
        return new Condition(name, true, grade, text, evidence);
    }

    static Condition missing(Name name, String text) {
        return new Condition(name, false, Grade.ASSUMED, text, List.of());
    }

    /// The conditions, in the order they are asked for.
    public enum Name {
        /// A probe stands on the function.
        WATCHED,
        /// The stream of the tracer reaches over the window.
        COVERED,
        /// The probe was attached in the window.
        ATTACHED,
        /// No filter keeps the task out.
        UNFILTERED,
        /// The name has one address, or every copy is watched.
        UNIQUE,
        /// The call could be seen: traceable, not inlined, not renamed.
        TRACEABLE,
        /// Nothing was dropped in the window.
        NO_LOSS,
        /// The probe is known to fire: a positive control.
        FIRES
    }
}
