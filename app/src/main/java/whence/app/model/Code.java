package whence.app.model;

import java.util.List;
import java.util.Optional;
import whence.bytes.Watch;
import whence.evidence.Ref;

/// What the source trees of a session know besides their text. Any thread but JavaFX's: the first question about calls
/// takes a second in a whole kernel.
public interface Code {
    /// Knows nothing.
    Code NONE = new Code() {};

    /// The statements that can have printed the line that an event is.
    default Printed printed(Ref.Event event) {
        return Printed.UNKNOWN;
    }

    /// The function that a line stands in.
    default Optional<Definition> enclosing(Ref.Source at) {
        return Optional.empty();
    }

    /// Who can reach the function that a line stands in.
    default Optional<Reached> reached(Ref.Source at, Watch watch) {
        return Optional.empty();
    }

    /// Who calls the function that a line stands in.
    default List<Reached.Call> callers(Ref.Source at) {
        return List.of();
    }

    /// What the source calls the arguments of a system call of so many; empty where no tree defines such a call, or
    /// its definitions (one for each architecture) differ.
    default List<String> parameters(String call, int arguments) {
        return List.of();
    }
}
