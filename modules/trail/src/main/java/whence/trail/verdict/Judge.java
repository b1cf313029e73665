package whence.trail.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import whence.branches.Evidence;
import whence.branches.syntax.FunctionText;

/// One source, asked which ways out of a function the evidence leaves.
public interface Judge {
    /// What the source is called.
    String label();

    /// Says from where a function is called: a static definition in that file is the one that is meant, in all answers
    /// from then on.
    void calledFrom(String function, String file);

    /// Judges every exit of every definition of the name; empty where the source has no body of it.
    ///
    /// @param function as traces name it, or as the source does
    Optional<Judged> judge(String function, Evidence evidence);

    /// The function as its file writes it; empty where there is no body, or more than one.
    Optional<FunctionText> text(String function);

    /// Parameters of [#text] in order.
    default List<FunctionText.Parameter> parameters(String function) {
        return text(function).map(FunctionText::parameters).orElse(List.of());
    }

    /// Whether a function's file holds the body of a callee, or a header does: then the compiler may have put
    /// its code into the function, and no probe on the callee sees that call.
    boolean seesBody(String function, String callee);

    /// Whether one place in the text of a function is all that can call a callee, the code that may be inlined
    /// into the function included.
    boolean callsAtOnePlace(String function, String callee);

    /// What a function gave, by what a probe read from the register it returns in. A function that gives a `bool`
    /// or an `int` leaves the rest of the register as it was: only the bits of its type count. Empty where the type
    /// is not known and the lowest bits say something else than the whole.
    OptionalLong gave(String function, long register);

    /// Value of a constant that the source names, as seen from a function.
    OptionalLong constant(String function, String name);
}
