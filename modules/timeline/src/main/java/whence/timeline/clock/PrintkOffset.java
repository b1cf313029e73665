package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.evidence.Clock;

/// Estimates how far CLOCK_MONOTONIC is ahead of printk's stamps.
///
/// A record is received after it was printed, so its receipt minus its stamp is never less than the offset was on
/// the processor that printed it: the least of many is near it. Records that show that they were received promptly
/// bound it from below; where none does, no more is known than that both clocks began with the boot. printk stamps with
/// the printing processor's own clock, and processors differ by milliseconds, so the offset of one record lies in a
/// range: from that bound, less a margin, up to what a good part of the records nearby shows.
final class PrintkOffset {
    private static final int NEARBY = 24;
    /// How late a prompt record is, and how far the processors' clocks are apart.
    private static final long MARGIN_NS = 5_000_000;
    /// The same of the worst.
    private static final long SPREAD_NS = 50_000_000;
    /// So long before the monotonic clock printk's may have begun: memory is set up between the two.
    private static final long BEGUN_NS = 5_000_000_000L;

    private final String boot;
    private final List<Receipt> seen = new ArrayList<>();

    PrintkOffset(String boot) {
        this.boot = boot;
    }

    void add(long stampNs, long offsetNs) {
        seen.add(new Receipt(stampNs, offsetNs, 0));
    }

    /// An anchor for every few records, in the order of their stamps.
    List<Anchor> anchors() {
        seen.sort(Receipt.BY_STAMP);
        long[] most = most();
        long[] least = least(most);
        List<Anchor> anchors = new ArrayList<>();
        int step = Math.max(1, NEARBY / 4);
        for (int i = 0; i < seen.size(); i += step) {
            anchors.add(around(i, Math.min(least[i], most[i]), most[i]));
        }
        return anchors;
    }

    /// For each record the most its offset can be: no clock is slewed faster, so a prompt record bounds those
    /// around it.
    private long[] most() {
        long[] most = new long[seen.size()];
        for (int i = 0; i < most.length; i++) {
            long own = seen.get(i).offsetNs();
            most[i] = i == 0 ? own : Math.min(own, most[i - 1] + slew(i - 1, i));
        }
        for (int i = most.length - 2; i >= 0; i--) {
            most[i] = Math.min(most[i], most[i + 1] + slew(i, i + 1));
        }
        return most;
    }

    /// For each record the least its offset can be.
    private long[] least(long[] most) {
        boolean[] prompt = new Promptness(seen, MARGIN_NS).shown(most);
        long[] least = new long[seen.size()];
        for (int i = 0; i < least.length; i++) {
            Receipt own = seen.get(i);
            least[i] = prompt[i] ? own.offsetNs() : -BEGUN_NS - Pieces.slew(own.stampNs());
            least[i] = i == 0 ? least[i] : Math.max(least[i], least[i - 1] - slew(i - 1, i));
        }
        for (int i = least.length - 2; i >= 0; i--) {
            least[i] = Math.max(least[i], least[i + 1] - slew(i, i + 1));
        }
        return least;
    }

    private long slew(int a, int b) {
        return Pieces.slew(seen.get(b).stampNs() - seen.get(a).stampNs());
    }

    private Anchor around(int i, long least, long most) {
        int from = Math.max(0, Math.min(i - NEARBY / 2, seen.size() - NEARBY));
        int to = Math.min(seen.size(), from + NEARBY);
        long[] offsets = new long[to - from];
        Arrays.setAll(offsets, k -> seen.get(from + k).offsetNs());
        Arrays.sort(offsets);
        long prompt = Math.min(offsets[offsets.length * 3 / 4], most + SPREAD_NS);
        long high = Math.max(most + 2 * MARGIN_NS, prompt + MARGIN_NS);
        long at = seen.get(i).stampNs();
        return new Anchor(boot, Clock.PRINTK, Clock.MONOTONIC, at, least - 2 * MARGIN_NS, high);
    }
}
