package whence.app.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.evidence.Ref;

/// Who can reach a function.
///
/// @param syscall whether it is the body of a system call itself
/// @param ways from system calls down to it, the likeliest first
/// @param callers that call it directly
public record Reached(Definition function, boolean syscall, List<Way> ways, List<Call> callers) {
    public Reached {
        ways = List.copyOf(ways);
        callers = List.copyOf(callers);
    }

    /// One way from a system call.
    public record Way(List<Call> calls) {
        public Way {
            calls = List.copyOf(calls);
        }

        /// `SYSCALL_DEFINE3(init_module) → load_module → elf_validity_check`.
        public String text() {
            return Stream.concat(
                            Stream.of(calls.getFirst().caller()), calls.stream().map(Call::callee))
                    .collect(Collectors.joining(" → "));
        }

        /// What was taken for granted on it, a clause; empty where every link is a plain call.
        public String assumed() {
            return calls.stream()
                    .map(Call::assumed)
                    .filter(clause -> !clause.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    /// One function calls another.
    ///
    /// @param at line of the call where it is found, otherwise of the caller
    /// @param assumed what was taken for granted; empty for a plain call
    public record Call(String caller, String callee, Ref.Source at, String assumed) {}
}
