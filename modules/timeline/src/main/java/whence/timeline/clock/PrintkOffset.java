package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whence.evidence.Clock;

/// Estimates how far CLOCK_MONOTONIC is ahead of printk's stamps.
///
/// A record is received after it was printed, so its receipt minus its stamp is never less than the offset was on
/// the processor that printed it: the least of many is near it. printk stamps with the printing processor's own
/// clock, and processors differ by milliseconds, so the offset of one record lies in a range: from the least seen
/// nearby, less a margin, up to what a good part of the records nearby shows, most of which were received promptly.
final class PrintkOffset {
    private static final int NEARBY = 24;
    private static final long MARGIN_NS = 5_000_000;
    /// How far the clocks of processors and prompt receipts are apart at most.
    private static final long SPREAD_NS = 50_000_000;

    private final String boot;
    private final List<long[]> seen = new ArrayList<>();

    PrintkOffset(String boot) {
        this.boot = boot;
    }

    void add(long stampNs, long offsetNs) {
        seen.add(new long[] {stampNs, offsetNs});
    }

    /// An anchor for every few records, in the order of their stamps.
    List<Anchor> anchors() {
        seen.sort(Comparator.comparingLong(pair -> pair[0]));
        long[] least = least();
        List<Anchor> anchors = new ArrayList<>();
        int step = Math.max(1, NEARBY / 4);
        for (int i = 0; i < seen.size(); i += step) {
            anchors.add(around(i, least[i]));
        }
        return anchors;
    }

    /// For each record the most its offset can be: no clock is slewed faster, so a prompt record bounds those
    /// around it.
    private long[] least() {
        long[] least = new long[seen.size()];
        long bound = Long.MAX_VALUE / 2;
        for (int i = 0; i < least.length; i++) {
            bound = Math.min(seen.get(i)[1], bound + slew(i - 1, i));
            least[i] = bound;
        }
        for (int i = least.length - 2; i >= 0; i--) {
            least[i] = Math.min(least[i], least[i + 1] + slew(i, i + 1));
        }
        return least;
    }

    private long slew(int a, int b) {
        return a < 0 ? 0 : (long) ((seen.get(b)[0] - seen.get(a)[0]) * Pieces.SLEW);
    }

    private Anchor around(int i, long least) {
        int from = Math.max(0, Math.min(i - NEARBY / 2, seen.size() - NEARBY));
        int to = Math.min(seen.size(), from + NEARBY);
        long[] offsets = new long[to - from];
        Arrays.setAll(offsets, k -> seen.get(from + k)[1]);
        Arrays.sort(offsets);
        long prompt = Math.min(offsets[offsets.length * 3 / 4], least + SPREAD_NS);
        long high = Math.max(least + 2 * MARGIN_NS, prompt + MARGIN_NS);
        return new Anchor(boot, Clock.PRINTK, Clock.MONOTONIC, seen.get(i)[0], least - MARGIN_NS, high);
    }
}
