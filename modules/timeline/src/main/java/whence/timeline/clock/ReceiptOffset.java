package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import whence.evidence.Clock;

/// Estimates how far real time is ahead of printk's stamps, from records whose receipt is known on real time alone.
///
/// Records that show that they were received promptly are taken together by the minute. The least of their receipts
/// bounds the offset from above; from below a third of them does, since most were not held up even by what the
/// receipts are cut off to. Where they contradict each other the clock was set between them, and each stands for
/// itself.
/// Where no record shows that it was prompt, and behind those that do, each bounds the offset from above alone, and
/// a log is taken to be read within half a minute.
final class ReceiptOffset {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long MARGIN_NS = 5_000_000;
    private static final long DRIFT_NS = Pieces.slew(MINUTE_NS);
    /// How late a prompt record is received at most.
    private static final long LATE_NS = 50_000_000;
    /// So many records tell that most of them are prompt.
    private static final int MANY = 9;
    /// How late the first reader of a log comes at most.
    private static final long READ_NS = 30_000_000_000L;

    private final String boot;
    private final List<Receipt> seen = new ArrayList<>();

    ReceiptOffset(String boot) {
        this.boot = boot;
    }

    /// @param realtimeNs the receipt, as written
    /// @param roundedNs what it was cut off to
    void add(long stampNs, long realtimeNs, long roundedNs) {
        seen.add(new Receipt(stampNs, realtimeNs - stampNs, roundedNs));
    }

    /// Anchors in the order of their stamps.
    List<Anchor> anchors() {
        seen.sort(Receipt.BY_STAMP);
        long[] anything = new long[seen.size()];
        Arrays.fill(anything, Long.MAX_VALUE / 2);
        boolean[] prompt = new Promptness(seen, LATE_NS).shown(anything);
        List<Receipt> sure = new ArrayList<>();
        List<Receipt> unsure = new ArrayList<>();
        for (int i = 0; i < prompt.length; i++) {
            if (prompt[i]) {
                sure.add(seen.get(i));
            } else if (isDoubtful(i, prompt)) {
                unsure.add(seen.get(i));
            }
        }
        List<Anchor> anchors = new ArrayList<>();
        IntStream.range(0, sure.size()).forEach(i -> anchors.add(around(sure, i)));
        unsure.forEach(one -> anchors.add(anchor(one, one.offsetNs() - READ_NS, high(one))));
        return anchors;
    }

    /// Whether a record may tell of a clock that was set: it differs and nothing prompt follows, or it cannot have been
    /// late only.
    private boolean isDoubtful(int record, boolean[] prompt) {
        int before = record;
        while (before >= 0 && !prompt[before]) {
            before--;
        }
        int behind = record;
        while (behind < prompt.length && !prompt[behind]) {
            behind++;
        }
        Receipt one = seen.get(record);
        return behind == prompt.length
                ? before < 0 || !agree(seen.get(before), one)
                : contradict(one, seen.get(behind)) && (before < 0 || contradict(one, seen.get(before)));
    }

    private static boolean agree(Receipt prompt, Receipt one) {
        long slewed = Pieces.slew(one.stampNs() - prompt.stampNs());
        return Math.abs(one.offsetNs() - prompt.offsetNs()) <= LATE_NS + prompt.roundedNs() + slewed;
    }

    private static boolean contradict(Receipt one, Receipt prompt) {
        long late = one.offsetNs() - prompt.offsetNs();
        return late > READ_NS || late < -prompt.roundedNs() - 2 * LATE_NS;
    }

    /// A step lies before a record or behind it; so what both sides allow is true, whichever of them is beyond the
    /// step.
    private Anchor around(List<Receipt> sure, int at) {
        Receipt one = sure.get(at);
        List<Receipt> before = near(sure.subList(Math.max(0, at - MANY + 1), at + 1), one);
        List<Receipt> behind = near(sure.subList(at, Math.min(sure.size(), at + MANY)), one);
        long low = Math.max(low(one), Math.min(third(before), third(behind)) - LATE_NS - DRIFT_NS);
        long high = Math.min(high(one), Math.max(least(before), least(behind)) + DRIFT_NS);
        return anchor(one, Math.min(low, high), high);
    }

    private static List<Receipt> near(List<Receipt> records, Receipt one) {
        return records.stream()
                .filter(other -> Math.abs(other.stampNs() - one.stampNs()) <= MINUTE_NS)
                .toList();
    }

    private static long least(List<Receipt> records) {
        return records.stream().mapToLong(ReceiptOffset::high).min().orElseThrow();
    }

    /// What a third of many records do not reach: most of them are prompt.
    private static long third(List<Receipt> records) {
        return records.size() < MANY
                ? Long.MIN_VALUE / 2
                : records.stream()
                        .mapToLong(Receipt::offsetNs)
                        .sorted()
                        .skip(MANY / 3)
                        .findFirst()
                        .orElseThrow();
    }

    /// Three that are prompt as far as their cut off receipts tell are late by twice that at most.
    private static long low(Receipt one) {
        return one.offsetNs() - 2 * (LATE_NS + one.roundedNs());
    }

    private static long high(Receipt one) {
        return one.offsetNs() + one.roundedNs();
    }

    private Anchor anchor(Receipt at, long low, long high) {
        return new Anchor(boot, Clock.PRINTK, Clock.REALTIME, at.stampNs(), low - MARGIN_NS, high + MARGIN_NS);
    }
}
