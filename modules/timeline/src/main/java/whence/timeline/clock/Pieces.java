package whence.timeline.clock;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one clock is ahead of another over a boot, from anchor to anchor.
///
/// Between two anchors the offset lies between what both say, widened by what clocks may be slewed apart; where a
/// suspend or a step lies between them they differ, and the error says so. Before the first and behind the last
/// anchor the error grows with the distance, and after an hour nothing is said.
final class Pieces implements Way {
    /// The kernel slews a clock by at most 500 parts in a million (`MAX_TICKADJ`, `adjtimex(2)`).
    static final double SLEW = 500e-6;

    static final long FARTHEST_NS = 3_600_000_000_000L;

    private final long[] at;
    private final long[] low;
    private final long[] high;

    Pieces(List<Anchor> anchors) {
        List<Anchor> sorted = anchors.stream()
                .sorted(Comparator.comparingLong(Anchor::atNs).thenComparingLong(Anchor::low))
                .toList();
        at = sorted.stream().mapToLong(Anchor::atNs).toArray();
        low = sorted.stream().mapToLong(Anchor::low).toArray();
        high = sorted.stream().mapToLong(Anchor::high).toArray();
    }

    /// Least and most that is to be added at an instant.
    record Offset(long low, long high) {}

    @Override
    public @Nullable Range over(long least, long most) {
        Offset first = at(least);
        Offset last = at(most);
        if (first == null || last == null) {
            return null;
        }
        long lowest = Math.min(first.low(), last.low());
        long highest = Math.max(first.high(), last.high());
        for (int i = firstFrom(least); i < at.length && at[i] <= most; i++) {
            lowest = Math.min(lowest, low[i] - slew(most - least));
            highest = Math.max(highest, high[i] + slew(most - least));
        }
        return new Range(least + lowest, most + highest);
    }

    /// Null where the nearest anchor is too far.
    private @Nullable Offset at(long ns) {
        int right = firstFrom(ns);
        if (right == 0) {
            return beyond(0, ns);
        }
        if (right == at.length) {
            return beyond(at.length - 1, ns);
        }
        long slew = slew(Math.min(ns - at[right - 1], at[right] - ns));
        return new Offset(Math.min(low[right - 1], low[right]) - slew, Math.max(high[right - 1], high[right]) + slew);
    }

    private @Nullable Offset beyond(int anchor, long ns) {
        long distance = Math.abs(ns - at[anchor]);
        return distance > FARTHEST_NS ? null : new Offset(low[anchor] - slew(distance), high[anchor] + slew(distance));
    }

    static long slew(long distanceNs) {
        return (long) (distanceNs * SLEW);
    }

    int count() {
        return at.length;
    }

    long anchorAt(int anchor) {
        return at[anchor];
    }

    /// What an anchor itself says.
    Offset anchor(int anchor) {
        return new Offset(low[anchor], high[anchor]);
    }

    /// Whether the offset changed by more than slewing between an anchor and the one before it: a step, a suspend.
    boolean steps(int anchor) {
        long slewed = slew(at[anchor] - at[anchor - 1]);
        return low[anchor] - slewed > high[anchor - 1] || high[anchor] + slewed < low[anchor - 1];
    }

    private int firstFrom(long ns) {
        int from = 0;
        int to = at.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (at[middle] < ns) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
