package whence.trail.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.branches.Evidence;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.session.LabelledSource;
import whence.source.Site;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;
import whence.trail.call.CallTrail;
import whence.trail.call.GivenFile;
import whence.trail.lead.line.Folded;
import whence.trail.link.SystemCall;
import whence.trail.probe.CallProbes;
import whence.trail.read.Ground;
import whence.trail.recur.Starters;
import whence.trail.verdict.TreeJudge;

/// The way from a line of the kernel log: to the statement that prints it, the system calls that can reach it, the
/// call of each occurrence, and the branch that followed.
public final class LineTrail {
    private final Ground ground;
    private final Lead lead;
    private final Folded folded;
    private final Choices choices;
    private final List<Step> steps = new ArrayList<>();

    public LineTrail(Ground ground, Lead lead, Folded folded, Choices choices) {
        this.ground = ground;
        this.lead = lead;
        this.folded = folded;
        this.choices = choices;
    }

    public Trail trail() {
        LineStep line = new LineStep(ground, lead, folded);
        steps.add(line.step());
        steps.addAll(line.known());
        if (ground.sources().isEmpty()) {
            starters();
            ListedStep.of(ground, lead, folded).ifPresent(steps::add);
            return open("No source is at hand that could hold the statement: add a tree with --source LABEL=PATH.");
        }
        LabelledSource source = ground.sources().getFirst();
        TreeJudge judge = new TreeJudge(source, ground.options(source), ground.architecture());
        Optional<Printing> printing = Printing.of(judge, folded, choices);
        if (printing.isEmpty()) {
            starters();
            return open("No statement of the source " + judge.label() + " is known to print this line.");
        }
        Printing found = printing.get();
        steps.add(found.statement(lead.span()));
        if (found.similar()) {
            return open("No statement of the source " + judge.label()
                    + " prints this line; what is like it may be of another version, and nothing is concluded from it."
                    + " Add the tree of the kernel that ran with --source LABEL=PATH.");
        }
        Reach reach = Reach.of(judge.tree(), found.function(), ground.architecture());
        steps.add(found.reached(reach));
        if (reach.chains().isEmpty()) {
            starters();
            return open("No system call of the source " + judge.label() + " is seen to reach "
                    + found.function().name() + ".");
        }
        return called(judge, found.site(), reach);
    }

    /// Where no call is known to have printed the line: who was there.
    private void starters() {
        new Starters(ground.material()).before(folded).ifPresent(steps::add);
    }

    private Trail called(TreeJudge judge, Site site, Reach reach) {
        Optional<Joined> joined =
                new Joining(ground, folded, result -> gives(judge, site, result)).among(reach.calls());
        if (joined.isEmpty()) {
            starters();
            return open(undecided(judge, site, reach), CallProbes.of(reach.calls()));
        }
        steps.add(joined.get().step(choices));
        return toBranch(judge, site, reach, joined.get());
    }

    private String undecided(TreeJudge judge, Site site, Reach reach) {
        long failed = ground.calls().failed().stream()
                .filter(c -> reach.calls().contains(c.name()))
                .filter(c -> gives(judge, site, c.result()))
                .count();
        return "Nothing shows which call printed which occurrence: "
                + (failed == 0
                        ? "no failing call of " + String.join(" or ", reach.calls()) + " was traced."
                        : failed + " calls fit and no clock joins them to the log.");
    }

    private Trail toBranch(TreeJudge judge, Site site, Reach reach, Joined joined) {
        SystemCall call = joined.chosen(choices).timed();
        SystemCall decoded = joined.chosen(choices).decoded();
        new GivenFile(ground, decoded).step().ifPresent(steps::add);
        if (!call.failed()) {
            return open("The call that printed the line, " + call.name() + " in task " + call.tid() + ", returned "
                    + call.result() + ": it did not fail, so there is no error to explain.");
        }
        List<String> chain = reach.chains().stream()
                .filter(c -> c.getFirst().endsWith("(" + call.name() + ")"))
                .findFirst()
                .orElse(List.of());
        CallTrail.Further further = (j, facts, failure) -> j.label().equals(judge.label())
                ? new LineEvidence(
                        facts, failure, chain, site.line(), gives(j, site, failure.result()), printed(joined))
                : facts;
        return noSurerThan(printed(joined), new CallTrail(ground, lead, choices, steps, further).of(decoded));
    }

    /// What is said of the call is said of the line only as surely as the line belongs to the call.
    private static Trail noSurerThan(Premise link, Trail trail) {
        Verdict verdict = trail.verdict();
        Verdict.Premise weakest = verdict.weakest();
        if (weakest != null && weakest.grade().compareTo(link.grade()) >= 0) {
            return trail;
        }
        Verdict weaker = new Verdict(
                verdict.state(),
                verdict.source(),
                verdict.exits(),
                verdict.summary(),
                new Verdict.Premise(link.text(), link.grade()));
        return new Trail(
                trail.lead(),
                trail.steps(),
                weaker,
                trail.otherSources(),
                trail.nextProbes(),
                trail.losses(),
                trail.boards());
    }

    private Premise printed(Joined joined) {
        return new Premise(
                "the line was printed in this call" + (joined.grade() == Grade.ASSUMED ? ", which is assumed" : ""),
                joined.grade(),
                List.of(lead.span()));
    }

    /// Whether every way on from the statement returns this error.
    private boolean gives(TreeJudge judge, Site site, long result) {
        Evidence ran = Evidence.NONE.lineRan(site.line(), new Premise("the statement ran", Grade.DERIVED, List.of()));
        String error = ground.errors().result(result);
        return judge.judge(site.functionName(), ran)
                .map(j -> !j.left().isEmpty()
                        && j.left().stream().map(JudgedExit::exit).allMatch(e -> constant(e, error)))
                .orElse(false);
    }

    private static boolean constant(Exit exit, String error) {
        return exit.kind() == Exit.Kind.CONSTANT && exit.values().equals(List.of(error));
    }

    private Trail open(String sentence) {
        return open(sentence, List.of());
    }

    private Trail open(String sentence, List<Trail.NextProbe> probes) {
        Verdict verdict = new Verdict(Verdict.State.INSUFFICIENT, null, List.of(), sentence, null);
        return new Trail(
                lead,
                steps,
                verdict,
                List.of(),
                probes,
                ground.material().session().losses());
    }
}
