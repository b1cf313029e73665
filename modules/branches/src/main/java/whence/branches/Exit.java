package whence.branches;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way out of a function.
///
/// @param function as the source writes it: `bpf_prog_load`, `SYSCALL_DEFINE3(bpf)`
/// @param file path in its tree
/// @param line the statement that commits to this exit: the `return`, or the first `goto` towards it
/// @param returnLine the `return` it reaches; equal to `line` where there is no goto
/// @param values what it gives, as the source writes it: `-EINVAL`, `err`, `ERR_PTR(-ENOMEM)`
/// @param guard the innermost condition that decides it; null where it is reached unconditionally
/// @param callee the function whose result is passed on; null for every other kind
public record Exit(
        String function,
        String file,
        int line,
        int returnLine,
        List<String> values,
        @Nullable Guard guard,
        Kind kind,
        @Nullable String callee) {
    public Exit {
        values = List.copyOf(values);
    }

    /// How the value comes about.
    public enum Kind {
        CONSTANT,
        PROPAGATED,
        COMPUTED,
        /// A region that could not be read: it may hold any exit, and no rule eliminates it.
        UNKNOWN
    }

    /// A condition as the source writes it, and which way leads to the exit.
    public record Guard(String text, int line, boolean takenWhen) {}
}
