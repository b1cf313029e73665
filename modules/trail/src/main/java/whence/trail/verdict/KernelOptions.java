package whence.trail.verdict;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.source.Configuration;

/// What the kernel of a source was configured with, as far as the session says so.
///
/// @param options `CONFIG_X` to its value; what is absent is not set
/// @param premise why they are believed to be those of the kernel that ran; null where nothing is known
public record KernelOptions(
        Map<String, String> options, @Nullable Premise premise) {
    /// Nothing is known.
    public static final KernelOptions UNKNOWN = new KernelOptions(Map.of(), null);

    public KernelOptions {
        options = Map.copyOf(options);
    }

    /// For the choice among alternatives of a function.
    Configuration configuration() {
        return premise == null ? Configuration.UNKNOWN : Configuration.of(options);
    }

    /// The evidence with the options added, for guards that ask for them.
    Evidence to(Evidence evidence) {
        return premise == null ? evidence : evidence.configuration(options, premise);
    }

    /// Takes the options out of the facts that stand apart where they fell no exit by themselves: nearly no function
    /// asks for any.
    void dropUnused(Map<Premise, List<JudgedExit>> alone) {
        List<JudgedExit> column = premise == null ? null : alone.get(premise);
        if (column != null && column.stream().noneMatch(e -> e.state() == JudgedExit.State.ELIMINATED)) {
            alone.remove(premise);
        }
    }
}
