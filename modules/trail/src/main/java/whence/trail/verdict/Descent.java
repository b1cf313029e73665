package whence.trail.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whence.branches.Evidence;
import whence.branches.Exit;
import whence.branches.JudgedExit;

/// Goes from a function down to the leaf that made the error.
///
/// A way out that only passes on what a callee returned is a step on the way. It is followed where it is the only one
/// left, or where the callee is seen to have returned this very value; otherwise it stays as it is, for following it
/// would claim that it was taken.
public final class Descent {
    private static final int DEEPEST = 12;

    private final Judge judge;
    private final FactSource facts;
    private final List<Level> levels = new ArrayList<>();
    private final List<JudgedExit> leaves = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();

    private Descent(Judge judge, FactSource facts) {
        this.judge = judge;
        this.facts = facts;
    }

    /// What is known within the call that failed.
    public interface FactSource {
        /// What is known of one function; `caller` is empty at the start.
        Evidence of(String function, Optional<Level> caller);

        /// Whether the function is seen to have returned the value of the call, in this call.
        boolean returnedTheError(String function);
    }

    /// A function passed on the way down.
    ///
    /// @param asked the name it was asked for by: `sys_bpf` where the source says `SYSCALL_DEFINE3(bpf, ...)`
    /// @param evidence that was brought to bear
    public record Level(String asked, Judged judged, Evidence evidence) {}

    /// What came of it.
    ///
    /// @param levels from the start to the deepest function followed
    /// @param leaves every way out that is left, of the function that would have made the error
    public record Result(List<Level> levels, List<JudgedExit> leaves) {
        public Result {
            levels = List.copyOf(levels);
            leaves = List.copyOf(leaves);
        }
    }

    /// Empty where the source does not hold the function.
    public static Optional<Result> from(String function, Judge judge, FactSource facts) {
        Descent descent = new Descent(judge, facts);
        return descent.enter(function, Optional.empty(), 0)
                ? Optional.of(new Result(descent.levels, descent.leaves))
                : Optional.empty();
    }

    private boolean enter(String function, Optional<Level> caller, int depth) {
        if (depth > DEEPEST || !entered.add(function)) {
            return false;
        }
        caller.ifPresent(level -> judge.calledFrom(function, level.judged().file()));
        Evidence known = facts.of(function, caller);
        Optional<Judged> judged = judge.judge(function, known);
        if (judged.isEmpty()) {
            return false;
        }
        Level level = new Level(function, judged.get(), known);
        levels.add(level);
        List<JudgedExit> left = level.judged().left();
        for (JudgedExit exit : left) {
            if (!follow(exit, left.size() == 1, level, depth)) {
                leaves.add(exit);
            }
        }
        return true;
    }

    private boolean follow(JudgedExit exit, boolean only, Level level, int depth) {
        String callee = exit.exit().callee();
        return exit.exit().kind() == Exit.Kind.PROPAGATED
                && callee != null
                && (only || facts.returnedTheError(callee))
                && enter(callee, Optional.of(level), depth + 1);
    }
}
