package whence.trail.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Assigns the occurrences of one log line to the calls that can have printed it: one to one and in order, never each
/// to its nearest.
///
/// The log has a clock of its own, so a stamp may stand outside of its call. An assignment is given only where it
/// is the only one: taking every occurrence as early and as late as possible must give the same.
public final class Pairing {
    private Pairing() {}

    /// When something can have happened, nanoseconds on one clock.
    public record Interval(long from, long to) {
        boolean meets(Interval other) {
            return from <= other.to && other.from <= to;
        }

        /// Wider by `ns` at both ends.
        public Interval widened(long ns) {
            return new Interval(from - ns, to + ns);
        }
    }

    /// @param lines when each occurrence can have been printed, in the order of the log
    /// @param calls when each call ran, in order of their beginnings
    /// @return for each line the index of its call; empty where no assignment or more than one fits
    public static Optional<List<Integer>> inOrder(List<Interval> lines, List<Interval> calls) {
        List<Integer> early = earliest(lines, calls);
        List<Integer> late = latest(lines, calls);
        return early.size() == lines.size() && early.equals(late) ? Optional.of(early) : Optional.empty();
    }

    /// The pairs that stand alone: a line that meets one call, which meets no other line.
    ///
    /// @return for each line the index of its call; -1 where none or several meet it
    public static List<Integer> mutual(List<Interval> lines, List<Interval> calls) {
        List<Integer> pairs = new ArrayList<>();
        for (Interval line : lines) {
            List<Integer> met = IntStream.range(0, calls.size())
                    .filter(call -> line.meets(calls.get(call)))
                    .limit(2)
                    .boxed()
                    .toList();
            boolean alone = met.size() == 1
                    && lines.stream()
                                    .filter(other -> other.meets(calls.get(met.getFirst())))
                                    .count()
                            == 1;
            pairs.add(alone ? met.getFirst() : -1);
        }
        return List.copyOf(pairs);
    }

    private static List<Integer> earliest(List<Interval> lines, List<Interval> calls) {
        List<Integer> taken = new ArrayList<>();
        int call = 0;
        for (Interval line : lines) {
            while (call < calls.size() && !line.meets(calls.get(call))) {
                call++;
            }
            if (call == calls.size()) {
                return List.of();
            }
            taken.add(call++);
        }
        return List.copyOf(taken);
    }

    private static List<Integer> latest(List<Interval> lines, List<Interval> calls) {
        List<Integer> taken = new ArrayList<>();
        int call = calls.size() - 1;
        for (Interval line : lines.reversed()) {
            while (call >= 0 && !line.meets(calls.get(call))) {
                call--;
            }
            if (call < 0) {
                return List.of();
            }
            taken.add(call--);
        }
        Collections.reverse(taken);
        return List.copyOf(taken);
    }
}
