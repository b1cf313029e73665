package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.evidence.Grade;
import whence.trail.Step;
import whence.trail.knowledge.Fact;
import whence.trail.knowledge.Known;
import whence.trail.knowledge.Rule;
import whence.trail.knowledge.Rules;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;
import whence.trail.verdict.Descent;

/// What the rules know of a failing call, beside what the source says of it. A rule that explains another way out
/// than the one that is left is not given.
final class KnownCauses {
    private final Ground ground;

    KnownCauses(Ground ground) {
        this.ground = ground;
    }

    /// @param result what the source of the kernel that ran leaves; empty where there is none
    List<Step> of(Failure failure, Optional<Descent.Result> result) {
        SystemCall call = failure.call();
        if (call == null || !call.failed()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(ground.surroundings().around(call));
        List<Fact> settings = ground.surroundings().settings();
        new GivenFile(ground, call).magic().ifPresent(facts::add);
        result.flatMap(KnownCauses::exit).ifPresent(facts::add);
        List<Rule.Conclusion> rules = Rules.shipped().apply(facts).stream()
                .filter(rule -> !rule.restsOn(settings))
                .toList();
        return Known.steps("such failures", rules);
    }

    /// The way out that is left, with its condition; of several only where they are alike.
    private static Optional<Fact> exit(Descent.Result result) {
        Set<String> places = new TreeSet<>();
        for (JudgedExit leaf : result.leaves()) {
            Exit.Guard guard = leaf.exit().guard();
            places.add(leaf.exit().function() + ": " + (guard == null ? "" : guard.text()));
        }
        return places.size() == 1
                ? Optional.of(new Fact("exit", places.iterator().next(), Grade.DERIVED, List.of()))
                : Optional.empty();
    }
}
