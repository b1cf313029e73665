package whence.trail.call;

import java.util.List;
import java.util.Optional;
import whence.evidence.Grade;
import whence.trail.Assumption;
import whence.trail.Choices;
import whence.trail.ledger.Window;
import whence.trail.link.CallOfRun;
import whence.trail.link.Identity;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;

/// Finds the run of kernel functions that a failing call is.
public final class Linking {
    private final Ground ground;

    public Linking(Ground ground) {
        this.ground = ground;
    }

    /// What became of the attempt.
    ///
    /// @param pooled whether it stands on the assumption that all runs failed alike
    /// @param refused why runs that were traced are not known to be this call; empty where none is traced or one is
    public record Linked(Failure failure, boolean pooled, String refused) {}

    public Linked link(SystemCall call, Choices choices) {
        List<Window> outer = ground.outermost();
        Identity identity = new Identity(ground.calls().named(call.name()), outer, CallOfRun::is);
        Optional<Identity.Link> link = call.tid() > 0 ? identity.runOf(call) : Optional.empty();
        if (link.isPresent()) {
            Identity.Link found = link.get();
            return new Linked(Failure.of(call, found.run(), ground.runs(), found.grade(), found.why()), false, "");
        }
        List<Window> traced =
                outer.stream().filter(r -> CallOfRun.is(call.name(), r)).toList();
        if (choices.assumes(Assumption.RUNS_FAILED_ALIKE)) {
            Optional<Window> alike = traced.stream()
                    .filter(r -> Long.valueOf(call.result()).equals(r.exit().value()))
                    .findFirst();
            if (alike.isPresent()) {
                return new Linked(pooled(call, alike.get()), true, "");
            }
        }
        return new Linked(
                Failure.of(call, null, List.of(), Grade.OBSERVED, ""),
                false,
                traced.isEmpty() ? "" : refusal(call, traced));
    }

    private Failure pooled(SystemCall call, Window run) {
        return Failure.of(
                call,
                run,
                ground.runs(),
                Grade.ASSUMED,
                "the user assumes that every run failed alike: the trace of task " + run.tid()
                        + " stands for this call");
    }

    private static String refusal(SystemCall call, List<Window> traced) {
        Window first = traced.getFirst();
        long alike = traced.stream()
                .filter(r -> Long.valueOf(call.result()).equals(r.exit().value()))
                .count();
        if (alike == 0) {
            return "the trace of " + first.function() + " holds no run that returned " + call.error()
                    + " for this call: it does not cover it";
        }
        return call.tid() <= 0
                ? "the trace of " + first.function() + " has a run that returned " + call.error()
                        + ", but the call carries no pid, so nothing shows that it is the same invocation"
                : "no run of " + first.function() + " in the trace belongs to task " + call.tid()
                        + " alone: runs with different pids are different invocations";
    }
}
