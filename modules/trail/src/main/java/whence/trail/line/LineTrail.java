package whence.trail.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import whence.branches.Evidence;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.source.Site;
import whence.timeline.Errno;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;
import whence.trail.call.CallTrail;
import whence.trail.lead.Folded;
import whence.trail.link.Pairing;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;
import whence.trail.read.TracedCalls;
import whence.trail.read.TracedCalls.Witnessed;
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
        steps.add(new LineStep(ground, lead, folded).step());
        if (ground.sources().isEmpty()) {
            return open("No source is at hand that could hold the statement: add a tree with --source LABEL=PATH.");
        }
        TreeJudge judge = new TreeJudge(ground.sources().getFirst());
        Optional<Printing> printing = Printing.of(judge, folded, choices);
        if (printing.isEmpty()) {
            return open("No statement of the source " + judge.label() + " is known to print this line.");
        }
        Printing found = printing.get();
        Reach reach = Reach.of(judge.tree(), found.function());
        steps.add(found.statement(lead.span()));
        steps.add(found.reached(reach));
        return reach.chains().isEmpty()
                ? open("No system call of the source " + judge.label() + " is seen to reach "
                        + found.function().name() + ".")
                : called(judge, found.site(), reach);
    }

    private Trail called(TreeJudge judge, Site site, Reach reach) {
        List<Witnessed> calls = TracedCalls.of(ground.material(), new TreeSet<>(reach.calls()));
        List<Witnessed> able = calls.stream()
                .filter(c -> gives(judge, site, c.timed().result()))
                .toList();
        Map<Integer, Witnessed> printed = printedBy(able.isEmpty() ? calls : able);
        if (printed.isEmpty()) {
            return byErrno(judge, site, reach);
        }
        steps.add(callsStep(calls, printed));
        Witnessed chosen = printed.values().stream()
                .filter(c -> choices.candidates().contains(callId(c)))
                .findFirst()
                .orElse(printed.values().iterator().next());
        return toBranch(judge, site, reach, chosen.timed(), chosen.decoded());
    }

    private static String callId(Witnessed call) {
        return "call:" + call.timed().id();
    }

    /// The call of each occurrence, by its number; empty where the clocks do not decide.
    ///
    /// @param calls that can have printed it: where the statement always leads to one error, those that returned it
    private Map<Integer, Witnessed> printedBy(List<Witnessed> calls) {
        if (!new Boots(ground.material())
                .one(folded, calls.stream().map(Witnessed::timed).toList())) {
            return Map.of();
        }
        PrintkClock clock = PrintkClock.of(ground.material());
        List<Pairing.Interval> lines = folded.occurrences().stream()
                .map(o -> o.time())
                .filter(t -> t.clock() == whence.evidence.Clock.PRINTK)
                .map(t -> new Pairing.Interval(t.ns() - clock.aheadNs(), t.ns() - clock.aheadNs())
                        .widened(clock.slackNs()))
                .toList();
        List<Pairing.Interval> ran = calls.stream()
                .map(c -> new Pairing.Interval(
                        c.timed().enter().ns(),
                        c.timed().enter().ns() + Math.max(0, c.timed().durationNs())))
                .toList();
        Map<Integer, Witnessed> printed = new java.util.LinkedHashMap<>();
        if (lines.size() == folded.occurrences().size()) {
            Pairing.inOrder(lines, ran).ifPresent(p -> {
                for (int i = 0; i < p.size(); i++) {
                    printed.put(i, calls.get(p.get(i)));
                }
            });
        }
        return printed;
    }

    private Step callsStep(List<Witnessed> calls, Map<Integer, Witnessed> printed) {
        PrintkClock clock = PrintkClock.of(ground.material());
        List<Step.Candidate> candidates = new ArrayList<>();
        printed.forEach((i, call) ->
                candidates.add(candidate(call, "it printed occurrence " + (i + 1) + " of the line", Grade.DERIVED)));
        List<Witnessed> others =
                calls.stream().filter(c -> !printed.containsValue(c)).toList();
        others.forEach(c -> candidates.add(candidate(c, "no occurrence of the line belongs to it", Grade.DERIVED)));
        List<Span> evidence = new ArrayList<>(clock.evidence());
        printed.values().forEach(c -> evidence.addAll(c.spans()));
        String silent = others.isEmpty()
                ? ""
                : " No line belongs to " + others.stream().map(LineTrail::named).collect(Collectors.joining(", "))
                        + ".";
        return new Step(
                Step.Kind.CALL,
                "Each occurrence belongs to one call: "
                        + printed.values().stream().map(LineTrail::named).collect(Collectors.joining(", ")),
                "Lines and calls are laid side by side on one clock since boot and assigned one to one in order; no other"
                        + " assignment fits. The kernel log's own clock is taken to be " + ms(clock.aheadNs())
                        + " ahead, give or take " + ms(clock.slackNs()) + "." + silent,
                Grade.DERIVED,
                evidence,
                candidates.getFirst().id(),
                candidates,
                printed.values().iterator().next().timed().event());
    }

    private static String named(Witnessed call) {
        SystemCall timed = call.timed();
        String result = timed.failed() ? "-" + Errno.name(timed.errno()) : String.valueOf(timed.result());
        return timed.name() + " = " + result + " of " + timed.comm() + " (task " + timed.tid() + ")";
    }

    private static String ms(long ns) {
        return String.format(java.util.Locale.ROOT, "%.1f ms", ns / 1e6);
    }

    private static Step.Candidate candidate(Witnessed call, String why, Grade grade) {
        return new Step.Candidate(
                callId(call),
                named(call),
                why,
                grade,
                call.spans(),
                call.timed().event());
    }

    /// Without a common clock: the calls that failed as the statement makes them fail.
    private Trail byErrno(TreeJudge judge, Site site, Reach reach) {
        List<SystemCall> failed = ground.calls().failed().stream()
                .filter(c -> reach.calls().contains(c.name()))
                .filter(c -> gives(judge, site, c.result()))
                .toList();
        Optional<SystemCall> chosen = failed.stream()
                .filter(c -> choices.candidates().contains("call:" + c.id()))
                .findFirst()
                .or(() -> failed.size() == 1
                                && folded.occurrences().size() == 1
                                && new Boots(ground.material()).one(folded, failed)
                        ? Optional.of(failed.getFirst())
                        : Optional.empty());
        return chosen.map(c -> toBranch(judge, site, reach, c, c))
                .orElseGet(() -> open("Nothing shows which call printed which occurrence: "
                        + (failed.isEmpty()
                                ? "no failing call of " + String.join(" or ", reach.calls()) + " was traced."
                                : failed.size() + " calls fit and no clock joins them to the log.")));
    }

    private Trail toBranch(TreeJudge judge, Site site, Reach reach, SystemCall call, SystemCall decoded) {
        new GivenFile(ground, call, decoded).step().ifPresent(steps::add);
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
                        facts, failure, chain, site.line(), gives(j, site, failure.result()), List.of(lead.span()))
                : facts;
        return new CallTrail(ground, lead, choices, steps, further).of(decoded);
    }

    /// Whether every way on from the statement returns this error.
    private static boolean gives(TreeJudge judge, Site site, long result) {
        Evidence ran = Evidence.NONE.lineRan(site.line(), new Premise("the statement ran", Grade.DERIVED, List.of()));
        String error = Errno.result(result);
        return judge.judge(site.functionName(), ran)
                .map(j -> !j.left().isEmpty()
                        && j.left().stream().map(JudgedExit::exit).allMatch(e -> constant(e, error)))
                .orElse(false);
    }

    private static boolean constant(Exit exit, String error) {
        return exit.kind() == Exit.Kind.CONSTANT && exit.values().equals(List.of(error));
    }

    private Trail open(String sentence) {
        Verdict verdict = new Verdict(Verdict.State.INSUFFICIENT, null, List.of(), sentence, null);
        return new Trail(
                lead,
                steps,
                verdict,
                List.of(),
                List.of(),
                ground.material().session().losses());
    }
}
