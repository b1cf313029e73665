package whence.trail.verdict;

import java.util.List;
import whence.branches.JudgedExit;

/// A function of one source with all its ways out, judged.
///
/// @param function as the source writes it
/// @param line of its name
public record Judged(String function, String file, int line, List<JudgedExit> exits) {
    public Judged {
        exits = List.copyOf(exits);
    }

    /// What is not eliminated: survivors and regions that could not be read.
    public List<JudgedExit> left() {
        return exits.stream()
                .filter(e -> e.state() != JudgedExit.State.ELIMINATED)
                .toList();
    }
}
