package whence.trail.line;

import java.util.List;
import java.util.Optional;
import whence.branches.Evidence;
import whence.branches.value.Premise;
import whence.trail.call.Failure;
import whence.trail.verdict.Descent;

/// What a printed line adds to what is known of a call: the statement ran, so every function on the way to it did.
final class LineEvidence implements Descent.FactSource {
    private final Descent.FactSource call;
    private final Failure failure;
    private final List<String> chain;
    private final int line;
    private final boolean gives;
    private final Premise printed;

    /// @param chain from the call's body to the function that printed
    /// @param line of the statement
    /// @param gives whether every way on from the statement gives the call's error
    /// @param printed that the line was printed in this call
    LineEvidence(
            Descent.FactSource call, Failure failure, List<String> chain, int line, boolean gives, Premise printed) {
        this.call = call;
        this.failure = failure;
        this.chain = List.copyOf(chain);
        this.line = line;
        this.gives = gives;
        this.printed = printed;
    }

    @Override
    public Evidence of(String function, Optional<Descent.Level> caller) {
        Evidence evidence = call.of(function, caller);
        int at = index(function);
        if (at < 0) {
            return evidence;
        }
        if (at == chain.size() - 1) {
            return evidence.lineRan(line, printed);
        }
        String next = chain.get(at + 1);
        Evidence ran = evidence.hit(
                next,
                new Premise(next + " ran: " + printed.text() + ", in or below it", printed.grade(), printed.spans()));
        return gives
                ? ran.gave(
                        next,
                        new Premise(
                                "every way on from the statement that printed gives " + failure.result(),
                                printed.grade(),
                                printed.spans()),
                        failure.result())
                : ran;
    }

    @Override
    public boolean returnedTheError(String function) {
        return call.returnedTheError(function) || (gives && index(function) > 0);
    }

    private int index(String function) {
        for (int i = 0; i < chain.size(); i++) {
            if (whence.trail.link.CallNames.same(chain.get(i), function)) {
                return i;
            }
        }
        return -1;
    }
}
