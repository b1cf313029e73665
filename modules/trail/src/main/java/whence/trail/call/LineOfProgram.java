package whence.trail.call;

import java.util.List;
import java.util.Optional;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;
import whence.trail.lead.Messages;
import whence.trail.ledger.Window;
import whence.trail.link.SystemCall;
import whence.trail.probe.CallProbes;
import whence.trail.read.Ground;

/// The way from a line that a program printed: it is joined to the call that failed with the errno it names, where
/// that is the only one of its kind.
public final class LineOfProgram {
    private final Ground ground;
    private final Lead lead;
    private final Choices choices;

    public LineOfProgram(Ground ground, Lead lead, Choices choices) {
        this.ground = ground;
        this.lead = lead;
        this.choices = choices;
    }

    public Trail trail() {
        int errno = Messages.errno(lead.title(), ground.errors());
        List<SystemCall> failed = ground.calls().failed().stream()
                .filter(c -> c.errno() == errno && !Messages.usual(c))
                .toList();
        Optional<SystemCall> chosen = failed.stream()
                .filter(c -> choices.candidates().contains("call:" + c.id()))
                .findFirst()
                .or(() -> failed.size() == 1 ? Optional.of(failed.getFirst()) : Optional.empty());
        if (errno > 0 && chosen.isPresent()) {
            boolean only = failed.size() == 1;
            Step step = step(
                    "It names " + ground.errors().name(errno) + ", and "
                            + (only ? "one call alone failed with it: " : "the user chose the call: ")
                            + chosen.get().name()
                            + (chosen.get().tid() > 0
                                    ? " in task " + chosen.get().tid()
                                    : "") + ".",
                    only ? Grade.DERIVED : Grade.ASSUMED,
                    failed);
            return new CallTrail(ground, lead, choices, List.of(step)).of(chosen.get());
        }
        return failed.isEmpty() && errno > 0 ? byRun(errno) : open(errno, failed);
    }

    private Trail byRun(int errno) {
        List<Window> failed = ground.outermost().stream()
                .filter(r -> Long.valueOf(-errno).equals(r.exit().value()))
                .toList();
        if (failed.size() != 1) {
            return open(errno, List.of());
        }
        Step step = step(
                "It names " + ground.errors().name(errno) + ", and one probed function alone returned it: "
                        + failed.getFirst().function() + " in task "
                        + failed.getFirst().tid() + ".",
                Grade.DERIVED,
                List.of());
        return new CallTrail(ground, lead, choices, List.of(step)).of(failed.getFirst());
    }

    private Step step(String why, Grade grade, List<SystemCall> failed) {
        return new Step(
                Step.Kind.LINE,
                lead.title(),
                why,
                grade,
                List.of(lead.span()),
                failed.size() == 1 ? "call:" + failed.getFirst().id() : null,
                failed.stream().map(LineOfProgram::candidate).toList(),
                new Ref.Range(lead.span()));
    }

    private static Step.Candidate candidate(SystemCall call) {
        return new Step.Candidate(
                "call:" + call.id(),
                call.name() + " = " + call.gave() + (call.tid() > 0 ? " in task " + call.tid() : ""),
                "it failed with the errno that the line names",
                Grade.DERIVED,
                call.spans(),
                call.event());
    }

    private Trail open(int errno, List<SystemCall> failed) {
        String sentence = errno == 0
                ? "The line names no errno, so no call can be joined to it."
                : failed.isEmpty()
                        ? "No call that failed with " + ground.errors().name(errno)
                                + " was captured: trace the program with strace -f -tt."
                        : failed.size() + " calls failed with "
                                + ground.errors().name(errno) + "; nothing says which of them the line is about.";
        Step step = step(sentence, Grade.OBSERVED, failed);
        Verdict verdict = new Verdict(Verdict.State.INSUFFICIENT, null, List.of(), sentence, null);
        return new Trail(
                lead,
                List.of(step),
                verdict,
                List.of(),
                errno > 0 && failed.isEmpty() ? CallProbes.failing(errno) : List.of(),
                ground.material().session().losses());
    }
}
