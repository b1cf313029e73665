package whence.trail.knowledge;

import java.util.List;
import whence.evidence.Ref;
import whence.trail.Step;

/// Steps that say what is known beyond the session: each with the facts it applies for, where it can be read, and
/// what would refute it. They stand beside a verdict and never change it.
public final class Known {
    private Known() {}

    /// @param of what it is known of: "such failures"
    public static List<Step> steps(String of, List<Rule.Conclusion> rules) {
        return rules.stream().map(rule -> step(of, rule)).toList();
    }

    private static Step step(String of, Rule.Conclusion known) {
        return new Step(
                Step.Kind.CALL,
                "Known of " + of + ": " + known.text(),
                "Source: " + known.rule().source() + ". It would be refuted if "
                        + known.rule().refutedBy() + ".",
                known.grade(),
                known.evidence(),
                null,
                List.of(),
                known.evidence().isEmpty()
                        ? null
                        : new Ref.Range(known.evidence().getFirst()));
    }
}
