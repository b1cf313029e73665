package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import whence.evidence.Clock;

/// Estimates how far CLOCK_MONOTONIC is ahead of printk's stamps.
///
/// A record is received after it was printed, so its receipt minus its stamp is never less than the offset was on the
/// processor that printed it: the least of many is near it. printk stamps with the printing processor's own clock,
/// and processors differ by milliseconds, so the offset of one record lies in a range: from the least seen nearby,
/// less a
/// margin, up to what a good part of the records nearby shows, most of which were received promptly.
final class PrintkOffset {
    private static final int NEARBY = 24;
    private static final long MARGIN_NS = 5_000_000;
    private static final long WIDEST_NS = 10_000_000_000L;

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
        List<Anchor> anchors = new ArrayList<>();
        int step = Math.max(1, NEARBY / 4);
        for (int i = 0; i < seen.size(); i += step) {
            anchors.add(around(i));
        }
        return anchors;
    }

    private Anchor around(int i) {
        int from = Math.max(0, Math.min(i - NEARBY / 2, seen.size() - NEARBY));
        int to = Math.min(seen.size(), from + NEARBY);
        long[] offsets = new long[to - from];
        Arrays.setAll(offsets, k -> seen.get(from + k)[1]);
        Arrays.sort(offsets);
        long low = offsets[0] - MARGIN_NS;
        long high = Math.max(offsets[0] + 2 * MARGIN_NS, offsets[offsets.length * 3 / 4] + MARGIN_NS);
        return new Anchor(boot, Clock.PRINTK, Clock.MONOTONIC, seen.get(i)[0], low, Math.min(high, low + WIDEST_NS));
    }
}
