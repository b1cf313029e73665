package whence.trail.walk;

import java.util.List;
import whence.branches.JudgedExit;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// What a trail says, in the words tests ask in.
final class Told {
    private Told() {}

    /// Lines of the exits that are left.
    static List<Integer> left(Verdict verdict) {
        return verdict.exits().stream()
                .filter(e -> e.state() != JudgedExit.State.ELIMINATED)
                .map(e -> e.exit().line())
                .toList();
    }

    /// Whether any exit fell because a function did not run.
    static boolean byAbsence(Verdict verdict) {
        return verdict.exits().stream()
                .filter(e -> e.state() == JudgedExit.State.ELIMINATED)
                .flatMap(e -> e.because().stream())
                .anyMatch(b -> b.text().contains("did not run"));
    }

    static Step step(Trail trail, String title) {
        return trail.steps().stream()
                .filter(s -> s.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is none of "
                        + trail.steps().stream().map(Step::title).toList()));
    }
}
