package whence.trail.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.evidence.Errno;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.traces.strace.Call;
import whence.trail.Step;
import whence.trail.ledger.Window;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;

/// The step that names the failing call: who made it, with what, and what it returned.
final class CallStep {
    private final Ground ground;

    CallStep(Ground ground) {
        this.ground = ground;
    }

    Step of(SystemCall call, Linking.Linked linked) {
        Optional<Call> decoded = ground.calls().decoded(call);
        String link = linked.failure().linkWhy();
        String why = "The call returned " + call.gave()
                + (link.isEmpty() ? "" : "; it is the run that the probes saw: " + link)
                + (linked.refused().isEmpty() ? "" : "; " + linked.refused())
                + "."
                + (named(call) ? "" : assumed(call.result()));
        List<Span> evidence = new ArrayList<>(linked.failure().spans());
        Optional<Started> started = Started.of(ground.material(), call.tid(), call.event());
        started.ifPresent(s -> evidence.addAll(s.evidence()));
        Grade grade = linked.failure().linkGrade();
        return new Step(
                Step.Kind.CALL,
                call.name() + " = " + call.gave() + (call.tid() > 0 ? " in task " + call.tid() : ""),
                why
                        + decoded.map(d -> " " + d.line()).orElse("")
                        + started.map(s -> ". " + s.text()).orElse(""),
                started.map(s -> grade.and(s.grade())).orElse(grade),
                evidence,
                "call:" + call.id(),
                List.of(),
                call.event());
    }

    Step of(Failure failure, Window run) {
        return new Step(
                Step.Kind.CALL,
                run.function() + " = " + ground.errors().result(failure.result()) + " in task " + run.tid(),
                "No trace of system calls was captured; the probes on " + run.function()
                        + " saw it entered and returning " + ground.errors().result(failure.result()) + " for task "
                        + run.tid() + "." + assumed(failure.result()),
                Grade.OBSERVED,
                List.of(run.entry().span(), run.exit().span()),
                null,
                List.of(),
                new Ref.Range(run.exit().span()));
    }

    /// Whether the tracer itself wrote the error by its name.
    private boolean named(SystemCall call) {
        return ground.material()
                .part(call.event())
                .filter(part -> part.reader().format().equals("strace"))
                .isPresent();
    }

    /// A sentence where a number has this name on most machines only, and nobody says which it was.
    private String assumed(long result) {
        String name = ground.errors().name(Errno.ofReturn(result));
        return ground.architecture().isPresent()
                        || name == null
                        || Errno.anywhere(name).size() == 1
                ? ""
                : " That this is " + name + " is assumed: nothing names the machine's architecture, and some number"
                        + " errors otherwise.";
    }
}
