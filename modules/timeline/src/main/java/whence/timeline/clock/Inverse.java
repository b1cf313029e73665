package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [Pieces] read backwards: what the steady clock may have shown when the other showed an instant. A clock that was
/// set back shows some instants twice; all of them count. No clock showed anything before it began at 0.
final class Inverse implements Way {
    /// How far what the other clock shows may go back, by errors alone, before a new run of stretches begins.
    private static final long SET_BACK_NS = 1_000_000_000L;

    /// The steady clock went from `from` to `to`, and the other was ahead by something between `low` and `high`,
    /// widened by slewing from the ends at which there is an anchor.
    private record Stretch(long from, long to, long low, long high, boolean anchoredFrom, boolean anchoredTo) {
        long slew(long least, long most) {
            long left = anchoredFrom ? most - from : Long.MAX_VALUE;
            long right = anchoredTo ? to - least : Long.MAX_VALUE;
            return Pieces.slew(Math.max(0, Math.min(left, right)));
        }

        /// When the other clock showed any of these instants; null where it did not in this stretch.
        @Nullable
        Range shows(long least, long most) {
            long widest = slew(from, to);
            long first = Math.max(from, least - high - widest);
            long last = Math.min(to, most - low + widest);
            if (first > last) {
                return null;
            }
            long slew = slew(first, last);
            return new Range(Math.max(first, least - high - slew), Math.min(last, most - low + slew));
        }

        long first() {
            return from + low - slew(from, to);
        }

        long last() {
            return to + high + slew(from, to);
        }
    }

    /// Stretches between which the other clock was not set back, so that an instant is found by halving.
    private static final class Run {
        final List<Stretch> stretches;
        /// The latest that any stretch up to one shows, and the earliest that any from one on shows.
        final long[] latest;
        final long[] earliest;

        Run(List<Stretch> run) {
            stretches = List.copyOf(run);
            int count = run.size();
            latest = new long[count];
            earliest = new long[count];
            for (int i = 0; i < count; i++) {
                latest[i] = Math.max(
                        i == 0 ? Long.MIN_VALUE : latest[i - 1], run.get(i).last());
            }
            for (int i = count - 1; i >= 0; i--) {
                earliest[i] = Math.min(
                        i == count - 1 ? Long.MAX_VALUE : earliest[i + 1],
                        run.get(i).first());
            }
        }

        int firstThatReaches(long ns) {
            int found = Arrays.binarySearch(latest, ns);
            int at = found < 0 ? -found - 1 : found;
            while (at > 0 && latest[at - 1] >= ns) {
                at--;
            }
            return at;
        }
    }

    private final List<Run> runs = new ArrayList<>();
    /// An hour before the first anchor and behind the last.
    private final long earliest;

    private final long latest;

    Inverse(Pieces pieces) {
        earliest = pieces.anchorAt(0) - Pieces.FARTHEST_NS;
        latest = pieces.anchorAt(pieces.count() - 1) + Pieces.FARTHEST_NS;
        List<Stretch> run = new ArrayList<>();
        long shown = Long.MIN_VALUE;
        for (Stretch stretch : stretches(pieces)) {
            if (!run.isEmpty() && stretch.first() < shown - SET_BACK_NS) {
                runs.add(new Run(run));
                run.clear();
                shown = Long.MIN_VALUE;
            }
            run.add(stretch);
            shown = Math.max(shown, stretch.first());
        }
        runs.add(new Run(run));
    }

    private static List<Stretch> stretches(Pieces pieces) {
        List<Stretch> all = new ArrayList<>();
        long first = pieces.anchorAt(0);
        Pieces.Offset before = pieces.anchor(0);
        long earliest = first < 0 ? first - 2 * Pieces.FARTHEST_NS : Math.max(0, first - 2 * Pieces.FARTHEST_NS);
        all.add(new Stretch(earliest, first, before.low(), before.high(), false, true));
        for (int i = 1; i < pieces.count(); i++) {
            long from = pieces.anchorAt(i - 1);
            long to = pieces.anchorAt(i);
            Pieces.Offset after = pieces.anchor(i);
            long low = Math.min(before.low(), after.low());
            all.add(new Stretch(from, to, low, Math.max(before.high(), after.high()), true, true));
            before = after;
        }
        long last = pieces.anchorAt(pieces.count() - 1);
        all.add(new Stretch(last, last + 2 * Pieces.FARTHEST_NS, before.low(), before.high(), true, false));
        return all;
    }

    @Override
    public @Nullable Range over(long least, long most) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Run run : runs) {
            List<Stretch> stretches = run.stretches;
            for (int i = run.firstThatReaches(least); i < stretches.size() && run.earliest[i] <= most; i++) {
                Range steady = stretches.get(i).shows(least, most);
                first = steady == null ? first : Math.min(first, steady.least());
                last = steady == null ? last : Math.max(last, steady.most());
            }
        }
        boolean far = first < earliest || last > latest;
        return first > last || far ? null : new Range(first, last);
    }
}
