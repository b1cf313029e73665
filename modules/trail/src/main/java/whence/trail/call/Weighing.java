package whence.trail.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.session.LabelledSource;
import whence.trail.Verdict;
import whence.trail.read.Ground;
import whence.trail.read.SourceFit;

/// Makes a verdict no surer than the source it speaks of, the link it rests on, and what was refused.
final class Weighing {
    private final Ground ground;

    Weighing(Ground ground) {
        this.ground = ground;
    }

    Verdict weakened(Verdict verdict, LabelledSource source, Failure failure) {
        Verdict.Premise weakest = weaker(verdict, SourceFit.of(source, ground.release()));
        if (weakest == null || failure.linkGrade().compareTo(weakest.grade()) > 0) {
            weakest = new Verdict.Premise(failure.linkWhy(), failure.linkGrade());
        }
        return new Verdict(verdict.state(), verdict.source(), verdict.exits(), verdict.summary(), weakest);
    }

    /// What is said of the source of another kernel is assumed of the one that ran, before anything else; that a source
    /// contradicts the evidence does not rest on its being the right one.
    private static Verdict.@Nullable Premise weaker(Verdict verdict, SourceFit fit) {
        Verdict.Premise known = verdict.weakest();
        if (verdict.state() == Verdict.State.NONE) {
            return known;
        }
        if (fit.ofAnother()) {
            return new Verdict.Premise(fit.text() + "; that it reads alike here is assumed", Grade.ASSUMED);
        }
        boolean weaker = known == null || fit.grade().compareTo(known.grade()) > 0;
        return weaker ? new Verdict.Premise(fit.text(), fit.grade()) : known;
    }

    static Verdict with(Verdict verdict, String caveats) {
        return verdict.state() == Verdict.State.NONE
                ? verdict
                : new Verdict(
                        verdict.state(),
                        verdict.source(),
                        verdict.exits(),
                        verdict.summary() + caveats,
                        verdict.weakest());
    }

    static Verdict insufficient(Verdict verdict, String refused) {
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                verdict.source(),
                verdict.exits(),
                "There is not enough evidence to say: " + refused + ". " + verdict.summary(),
                verdict.weakest());
    }

    Verdict noSource() {
        String release = ground.release().map(r -> " of " + r.release()).orElse("");
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                null,
                List.of(),
                "No source" + release + " is at hand: add a tree with --source LABEL=PATH.",
                null);
    }

    static Verdict noBody(LabelledSource source, Failure failure) {
        return new Verdict(
                Verdict.State.INSUFFICIENT,
                source.label(),
                List.of(),
                "The source " + source.label() + " holds no body of " + failure.name()
                        + " or of any function that was probed in it.",
                null);
    }
}
