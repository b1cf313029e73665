package whence.branches;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whence.branches.listing.Reaching;
import whence.branches.run.Run;
import whence.branches.value.CType;
import whence.branches.value.ErrorNames;
import whence.branches.value.Ints;
import whence.branches.value.Premise;
import whence.branches.value.Value;
import whence.evidence.Errno;

/// Holds what came back against what an exit gives: the value it returns, or the error it hands out through a
/// parameter (`*errp = -EINVAL; return NULL`). Whoever saw an error need not know which of the two it was.
final class Gives {
    private final CType type;
    private final Evidence.Returned returned;
    private final Optional<Errno> errors;

    Gives(Exits exits, Evidence.Returned returned) {
        this.type = Reaching.returns(exits.function(), exits.frames());
        this.returned = returned;
        this.errors = exits.frames().surroundings().errors();
    }

    boolean fits(Run.Outcome outcome) {
        Ints can = outcome.value().as(type).set();
        boolean back = type.known()
                ? can.contains(type.isPointer() ? returned.value() : type.wrap(returned.value()))
                : lowest(can, returned.value());
        return back
                || outcome.handedOut().stream()
                        .map(Value::set)
                        .anyMatch(set ->
                                set.contains(returned.value()) || set.contains(CType.INT.wrap(returned.value())));
    }

    /// The function's type is not known, so only the lowest byte must agree.
    private static boolean lowest(Ints can, long value) {
        long[] few = can.values(16);
        if (few.length == 0) {
            return true;
        }
        for (long each : few) {
            if ((byte) each == (byte) value) {
                return true;
            }
        }
        return false;
    }

    /// Why none of these fits: `it gives 0, not -EINVAL`.
    String refutes(List<Run.Outcome> outcomes) {
        String text = "it gives " + spelled(back(outcomes));
        Ints out = out(outcomes);
        return text + (out.isEmpty() ? "" : " and hands out " + spelled(out)) + ", not " + spelled(returned.value());
    }

    /// What the outcomes rest on, and that this value came back.
    Set<Premise> because(List<Run.Outcome> outcomes) {
        Set<Premise> because = new LinkedHashSet<>();
        for (Run.Outcome outcome : outcomes) {
            because.addAll(outcome.value().because());
            outcome.handedOut().forEach(value -> because.addAll(value.because()));
        }
        because.add(returned.premise());
        return because;
    }

    /// That an exit can have been the one.
    String agrees(List<Run.Outcome> outcomes) {
        boolean exactly = outcomes.stream()
                .anyMatch(outcome -> outcome.value().set().single().isPresent()
                        && (outcome.handedOut().isEmpty()
                                || out(List.of(outcome)).single().isPresent()));
        return (exactly ? "it gives " : "it can give ") + spelled(returned.value());
    }

    private static Ints back(List<Run.Outcome> outcomes) {
        Ints can = Ints.NONE;
        for (Run.Outcome outcome : outcomes) {
            can = can.or(outcome.value().set());
        }
        return can;
    }

    private static Ints out(List<Run.Outcome> outcomes) {
        Ints can = Ints.NONE;
        for (Run.Outcome outcome : outcomes) {
            for (Value value : outcome.handedOut()) {
                can = can.or(value.set());
            }
        }
        return can;
    }

    private String spelled(Ints can) {
        List<String> few = ErrorNames.spelled(can, errors, 6);
        if (!few.isEmpty()) {
            return String.join(" or ", few);
        }
        return can.isEmpty() || can.isAll() ? "another value" : "something from " + can.min() + " to " + can.max();
    }

    private String spelled(long value) {
        return errors.orElse(Errno.GENERIC).result(value);
    }
}
