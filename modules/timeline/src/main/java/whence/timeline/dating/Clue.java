package whence.timeline.dating;

import java.util.List;
import java.util.Set;
import whence.evidence.Span;

/// Something that an artifact without dates shares with one that has them.
///
/// @param artifact the other one
/// @param fits the dates on which the two would be the same
/// @param evidence where both stand
record Clue(Kind kind, String artifact, Set<Dates> fits, List<Span> evidence) {
    /// How two artifacts may share something.
    enum Kind {
        /// The same line of a log.
        RECORD("line"),
        /// The same program, started by the same task.
        EXEC("exec"),
        /// The same call of the same task with the same result.
        CALL("call"),
        /// What a task logged while the program ran that a trace shows.
        LIFE("process"),
        /// A count since boot, read as the journal's own: wrong by the time that the machine was suspended.
        CLOCK("count since boot");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// What so many clues of this kind say.
        String says(int count, String others) {
            boolean one = count == 1;
            return switch (this) {
                case RECORD, EXEC, CALL ->
                    count + " " + word + (one ? " of it stands in " : "s of it stand in ") + others + " too";
                case LIFE -> count + " " + word + (one ? "" : "es") + " of it logged in " + others + " meanwhile";
                case CLOCK -> "its counts since boot are these times of day by the clocks of the journal";
            };
        }
    }

    Clue {
        fits = Set.copyOf(fits);
        evidence = List.copyOf(evidence);
    }
}
