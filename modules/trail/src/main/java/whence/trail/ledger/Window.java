package whence.trail.ledger;

import java.util.List;

/// The part of a stream in which one task ran one function: from the hit on its entry to the hit on its return.
///
/// @param function that was entered and returned
/// @param enter ordinal of the entry in the stream
/// @param leave ordinal of the return in the stream
public record Window(Stream stream, int tid, String function, int enter, int leave) {

    /// The hits of the task inside, the two ends not among them.
    public List<Hit> inside() {
        return stream.of(tid, enter + 1, leave);
    }

    public Hit entry() {
        return at(enter);
    }

    public Hit exit() {
        return at(leave);
    }

    private Hit at(int ordinal) {
        return stream.of(tid, ordinal, ordinal + 1).getFirst();
    }
}
