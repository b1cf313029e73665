package whence.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who calls whom in a tree. It goes by names, so it says more than can happen: a call through a member is taken to
/// reach every function stored in a member of that name, and configuration is not looked at. Calls made of pasted
/// names, and from assembler, are not seen. Each [Link] says how it was found.
public final class CallGraph {
    private final SourceTree tree;

    CallGraph(SourceTree tree) {
        this.tree = tree;
    }

    /// One function reaches another.
    ///
    /// @param via the macro or the member between the two; null for a plain call
    public record Link(
            Function caller,
            Function callee,
            CallWay way,
            @Nullable String via) {
        /// A sentence that says what was assumed; empty for plain calls.
        public String assumption() {
            return switch (way) {
                case CALL -> "";
                case MACRO -> "through the macro " + via;
                case HANDED -> caller.name() + " hands it on; that it is called then is assumed";
                case MEMBER -> "through a member ." + via + "; that it is this one is assumed";
            };
        }
    }

    /// The way from a system call, or any other function, down to the one that was asked for.
    public record Chain(List<Link> links) {
        public Chain {
            links = List.copyOf(links);
        }

        /// The function at the top.
        public Function from() {
            return links.getFirst().caller();
        }

        /// Whether every link is a plain call or goes through a macro.
        public boolean certain() {
            return links.stream().allMatch(l -> l.way() == CallWay.CALL || l.way() == CallWay.MACRO);
        }

        /// `SYSCALL_DEFINE3(init_module) > load_module > elf_validity_check`.
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(links.getFirst().caller().name());
            links.forEach(link -> text.append(" > ").append(link.callee().name()));
            return text.toString();
        }
    }

    /// What calls a function directly, plain calls first.
    public List<Link> callers(Function function) {
        return tree.ask(answers -> answers.callers().of(function));
    }

    /// The system calls that can reach a function, the likeliest first, at most `most`; itself gives nothing.
    public List<Chain> reachingCalls(Function function, int most) {
        return tree.ask(answers -> answers.callers().reachingCalls(function, most));
    }

    /// The likeliest way from a system call, by any of its names, to a function; empty where none is known.
    public Optional<Chain> reaches(String syscall, Function function) {
        return tree.ask(answers -> answers.callers().reaches(syscall, function));
    }
}
