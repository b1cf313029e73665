package whence.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Which events of different artifacts are one and the same: a folder may hold one kernel log in thirteen forms.
/// One of them stands in the timeline, the others are its further witnesses. Immutable.
public final class Witnesses {
    /// Every event stands for itself.
    public static final Witnesses NONE = new Witnesses(new long[0]);

    /// Pairs of (further witness, event that stands for it), ascending by the first; and the same by the second.
    private final long[] others;

    private final long[] standing;
    private final long[] byStanding;
    private final long[] othersByStanding;

    private Witnesses(long[] pairs) {
        Integer[] order = order(pairs, 0);
        others = LongStream.range(0, order.length)
                .map(i -> pairs[2 * order[(int) i]])
                .toArray();
        standing = LongStream.range(0, order.length)
                .map(i -> pairs[2 * order[(int) i] + 1])
                .toArray();
        Integer[] second = order(pairs, 1);
        byStanding = LongStream.range(0, order.length)
                .map(i -> pairs[2 * second[(int) i] + 1])
                .toArray();
        othersByStanding = LongStream.range(0, order.length)
                .map(i -> pairs[2 * second[(int) i]])
                .toArray();
    }

    private static Integer[] order(long[] pairs, int by) {
        Integer[] order = new Integer[pairs.length / 2];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int first = Long.compare(pairs[2 * a + by], pairs[2 * b + by]);
            return first != 0 ? first : Long.compare(pairs[2 * a + 1 - by], pairs[2 * b + 1 - by]);
        });
        return order;
    }

    /// From pairs of [#key]s: a further witness, then the event that stands for it.
    public static Witnesses of(List<long[]> pairs) {
        return new Witnesses(pairs.stream().flatMapToLong(Arrays::stream).toArray());
    }

    /// An event of the artifact with that index, as one number.
    public static long key(int artifact, int row) {
        return (long) artifact << 32 | row;
    }

    /// How many events are only further witnesses.
    public int count() {
        return others.length;
    }

    /// The event that stands for this one in the timeline: itself, for most.
    long standingFor(long key) {
        int found = Arrays.binarySearch(others, key);
        return found < 0 ? key : standing[found];
    }

    boolean further(long key) {
        return others.length > 0 && Arrays.binarySearch(others, key) >= 0;
    }

    /// The further witnesses of an event, in the order of the artifacts.
    long[] of(long key) {
        int from = firstNotBelow(key);
        int to = from;
        while (to < byStanding.length && byStanding[to] == key) {
            to++;
        }
        return Arrays.copyOfRange(othersByStanding, from, to);
    }

    private int firstNotBelow(long key) {
        int low = 0;
        int high = byStanding.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byStanding[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
