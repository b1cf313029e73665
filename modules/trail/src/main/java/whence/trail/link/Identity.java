package whence.trail.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import whence.evidence.Grade;
import whence.trail.ledger.Window;

/// Joins a system call of one trace to the run of a kernel function in another without any clock: task, call and
/// result name exactly one candidate on both sides.
public final class Identity {
    private final List<SystemCall> calls;
    private final List<Window> runs;
    private final BiPredicate<String, Window> reaches;

    /// @param calls every call that was traced, failed or not
    /// @param runs outermost runs, in order
    /// @param reaches whether a run is in the body of a system call, by its name
    public Identity(List<SystemCall> calls, List<Window> runs, BiPredicate<String, Window> reaches) {
        this.calls = List.copyOf(calls);
        this.runs = List.copyOf(runs);
        this.reaches = reaches;
    }

    /// The run of a call; none where the task has several that fit and their order does not tell them apart.
    public Optional<Link> runOf(SystemCall call) {
        List<Window> fitting = runs.stream().filter(r -> fits(call, r)).toList();
        if (fitting.size() == 1) {
            List<SystemCall> rivals =
                    calls.stream().filter(c -> fits(c, fitting.getFirst())).toList();
            if (rivals.size() == 1) {
                return Optional.of(new Link(
                        fitting.getFirst(),
                        Grade.DERIVED,
                        "task " + call.tid() + " returned " + call.result() + " from " + call.name()
                                + " once in both traces"));
            }
        }
        return inOrder(call);
    }

    private boolean fits(SystemCall call, Window run) {
        Long value = run.exit().value();
        return call.tid() == run.tid() && reaches.test(call.name(), run) && value != null && value == call.result();
    }

    /// The task made as many such calls as it ran the function, with the same results in the same order.
    private Optional<Link> inOrder(SystemCall call) {
        List<SystemCall> mine = calls.stream()
                .filter(c -> c.tid() == call.tid() && c.name().equals(call.name()))
                .filter(c -> c.spans()
                        .getFirst()
                        .artifact()
                        .equals(call.spans().getFirst().artifact()))
                .toList();
        List<Window> ran = runs.stream()
                .filter(r -> r.tid() == call.tid() && reaches.test(call.name(), r))
                .toList();
        List<Long> results = new ArrayList<>();
        for (Window run : ran) {
            Long value = run.exit().value();
            if (value != null) {
                results.add(value);
            }
        }
        if (ran.size() < 2
                || !results.equals(mine.stream().map(SystemCall::result).toList())) {
            return Optional.empty();
        }
        return Optional.of(new Link(
                ran.get(mine.indexOf(call)),
                Grade.DERIVED,
                "task " + call.tid() + " made " + mine.size() + " calls of " + call.name()
                        + " in one trace and the same number with the same results in the other"));
    }

    /// A call and the run it is.
    ///
    /// @param why a sentence that names what made the join
    public record Link(Window run, Grade grade, String why) {}
}
