package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import whence.evidence.Clock;

/// Estimates how far real time is ahead of printk's stamps, from records whose receipt is known on real time alone.
///
/// A record is received after it was printed, so that the promptest of those behind it, slewed, bounds the offset from
/// above; a forward step of real time before them would be hidden by those before it, which count for the bound from
/// below alone. Nothing but the promptness of some record bounds it from below.
final class ReceiptOffset {
    private static final int STEP = 6;
    private static final long NEAR_NS = 60_000_000_000L;
    private static final long MARGIN_NS = 5_000_000;
    /// How late the promptest of some records is at most.
    private static final long LATE_NS = 50_000_000;

    private final String boot;
    private final List<long[]> seen = new ArrayList<>();

    ReceiptOffset(String boot) {
        this.boot = boot;
    }

    /// @param realtimeNs the receipt, as written
    /// @param roundedNs what it was cut off to
    void add(long stampNs, long realtimeNs, long roundedNs) {
        seen.add(new long[] {stampNs, realtimeNs - stampNs, roundedNs});
    }

    /// An anchor for every few records, in the order of their stamps.
    List<Anchor> anchors() {
        seen.sort(Comparator.<long[]>comparingLong(one -> one[0]).thenComparingLong(one -> one[1]));
        long[] most = most();
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < most.length; i += STEP) {
            long low = Math.min(most[i] - seen.get(i)[2], before(i)) - LATE_NS - MARGIN_NS;
            anchors.add(new Anchor(boot, Clock.PRINTK, Clock.REALTIME, seen.get(i)[0], low, most[i] + MARGIN_NS));
        }
        return anchors;
    }

    /// For each record the most its offset can be.
    private long[] most() {
        long[] most = new long[seen.size()];
        for (int i = most.length - 1; i >= 0; i--) {
            long own = seen.get(i)[1] + seen.get(i)[2];
            most[i] = i + 1 == most.length ? own : Math.min(own, most[i + 1] + slew(i, i + 1));
        }
        return most;
    }

    /// The least that a record shortly before it shows, or itself.
    private long before(int i) {
        long least = seen.get(i)[1];
        for (int k = i - 1; k >= 0 && k > i - 200 && seen.get(i)[0] - seen.get(k)[0] <= NEAR_NS; k--) {
            least = Math.min(least, seen.get(k)[1]);
        }
        return least;
    }

    private long slew(int a, int b) {
        return (long) ((seen.get(b)[0] - seen.get(a)[0]) * Pieces.SLEW);
    }
}
