package whence.branches.versions;

import org.jspecify.annotations.Nullable;
import whence.branches.Exit;

/// An exit that differs between two versions.
///
/// @param left null for an added one
/// @param right null for a removed one
public record ExitChange(
        Kind kind, @Nullable Exit left, @Nullable Exit right) {

    /// What became of the exit; [#word] is what the JSON says.
    public enum Kind {
        ADDED("added"),
        REMOVED("removed"),
        GUARD_CHANGED("guard-changed"),
        VALUE_CHANGED("value-changed"),
        /// The same exit behind other exits than before.
        MOVED("moved");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
