package whence.trail.link;

import java.util.Optional;
import whence.trail.ledger.Window;

/// Which system call a run of a kernel function belongs to, by names alone: the function is the body of a call, or it
/// returns to one.
public final class CallOfRun {
    private CallOfRun() {}

    public static Optional<String> of(Window run) {
        String caller = run.exit().caller();
        Optional<String> byCaller = caller == null ? Optional.empty() : CallNames.callOf(caller);
        return byCaller.isPresent() ? byCaller : CallNames.callOf(run.function());
    }

    public static boolean is(String call, Window run) {
        return of(run).filter(call::equals).isPresent();
    }
}
