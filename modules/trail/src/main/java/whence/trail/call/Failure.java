package whence.trail.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.trail.ledger.Window;
import whence.trail.link.CallNames;
import whence.trail.link.Runs;
import whence.trail.link.SystemCall;

/// One call that failed, with the runs of kernel functions that it is known to be.
///
/// @param call as a tracer of calls saw it; null where only probes saw it
/// @param run the outermost run of a probed function in this call; null where none is linked to it
/// @param inner every run inside
/// @param linkGrade how the two are known to be the same; observed where there is nothing to link
/// @param linkWhy a sentence; empty where there is nothing to link
public record Failure(
        @Nullable SystemCall call, @Nullable Window run, List<Window> inner, Grade linkGrade, String linkWhy) {
    public Failure {
        inner = List.copyOf(inner);
    }

    public static Failure of(SystemCall call, @Nullable Window run, List<Window> runs, Grade grade, String why) {
        return new Failure(call, run, run == null ? List.of() : Runs.inside(run, runs), grade, why);
    }

    /// A run that failed and that no tracer of calls saw.
    public static Failure of(Window run, List<Window> runs) {
        return new Failure(null, run, Runs.inside(run, runs), Grade.OBSERVED, "");
    }

    public long result() {
        if (call != null) {
            return call.result();
        }
        Long value = run == null ? null : run.exit().value();
        return value == null ? 0 : value;
    }

    /// The call, or the function where no call is known.
    public String name() {
        if (call != null) {
            return call.name();
        }
        return run == null ? "" : CallNames.callOf(run.function()).orElse(run.function());
    }

    /// The function to begin with: the call's body, or the function that was probed where no call is known.
    String start() {
        boolean isCall =
                call != null || (run != null && CallNames.callOf(run.function()).isPresent());
        return isCall ? CallNames.BODY + name() : name();
    }

    public int tid() {
        return call != null ? call.tid() : run == null ? -1 : run.tid();
    }

    Optional<Window> outermost() {
        return Optional.ofNullable(run);
    }

    /// The run of a function in this call: where there are several, the last that returned the error, else none,
    /// for it is not known which one is meant.
    Optional<Window> runOf(String function) {
        List<Window> all = new ArrayList<>(inner);
        if (run != null) {
            all.add(run);
        }
        List<Window> named =
                all.stream().filter(w -> CallNames.same(w.function(), function)).toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        return named.stream()
                .filter(w -> Long.valueOf(result()).equals(w.exit().value()))
                .max(Comparator.comparingInt(Window::leave));
    }

    /// The innermost probed function that returned the very error, where each around it did too.
    public Optional<Window> innermost() {
        Window at = run;
        if (at == null || !Long.valueOf(result()).equals(at.exit().value())) {
            return Optional.empty();
        }
        for (Window next : inner) {
            if (Long.valueOf(result()).equals(next.exit().value())
                    && next.enter() > at.enter()
                    && next.leave() < at.leave()) {
                at = next;
            }
        }
        return Optional.of(at);
    }

    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        if (call != null) {
            spans.addAll(call.spans());
        }
        if (run != null) {
            spans.add(run.entry().span());
            spans.add(run.exit().span());
        }
        return spans;
    }
}
