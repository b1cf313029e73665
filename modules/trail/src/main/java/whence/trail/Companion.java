package whence.trail;

import java.util.Locale;
import whence.evidence.Grade;
import whence.evidence.Span;

/// What was seen around nearly every occurrence of a recurring line and hardly ever elsewhere: a hint where to
/// look, never a link between two events.
///
/// @param what name of the program, `init_module = -ENOEXEC`, or the name that a process logs under
/// @param support occurrences that it accompanied
/// @param of occurrences that its artifact covers
/// @param expectedByChance occurrences that it would accompany if it had nothing to do with them, from instants
/// drawn in the same span
/// @param lift `support` against `expectedByChance`
/// @param grade derived where artifact and log share a boot and a clock by what they say, else assumed
/// @param span one of its events beside the line
public record Companion(
        Kind kind, String what, int support, int of, double expectedByChance, double lift, Grade grade, Span span) {

    /// Sorts of companions; [#word] is what the JSON says.
    public enum Kind {
        /// A program was started.
        COMMAND("command"),
        /// A system call or a traced function failed.
        FAILING_CALL("failing-call"),
        /// A process logged something.
        PROCESS("process");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// In words, numbers and all.
    public String sentence() {
        String does = switch (kind) {
            case COMMAND -> what + " was started";
            case FAILING_CALL -> what;
            case PROCESS -> what + " logged something";
        };
        return String.format(
                Locale.ROOT,
                "%s near %d of %d occurrences (%.2f expected by chance, lift %.0f)",
                does,
                support,
                of,
                expectedByChance,
                lift);
    }
}
