package whence.timeline.clock;

import java.util.List;

/// Which records of a log were received promptly, as they themselves show.
///
/// How late a record was received is not written, and that it was received soon is no more than likely. But three
/// that were printed apart, and whose receipts are as far apart, give or take a steady drift of the clocks, were
/// each received by a reader that was awake: one that comes late finds many at one moment, and one that is held up
/// is not held up equally long three times.
final class Promptness {
    /// A reader that comes late reads what waits within so much.
    private static final long APART_NS = 50_000_000;

    /// How far from both ends the second of three has to stand for what it says to hold for both.
    private static final double SIDE = 0.3;

    private final List<Receipt> seen;
    private final long lateNs;

    /// @param seen in the order of their stamps
    /// @param lateNs how late a record is at most that counts as prompt
    Promptness(List<Receipt> seen, long lateNs) {
        this.seen = seen;
        this.lateNs = lateNs;
    }

    /// For each record whether it is one of three such.
    ///
    /// @param most offsets that no prompt record exceeds by more than it may be late
    boolean[] shown(long[] most) {
        boolean[] prompt = new boolean[seen.size()];
        int first = -1;
        int second = -1;
        for (int i = 0; i < prompt.length; i++) {
            boolean late = seen.get(i).offsetNs() > most[i] + lateNs;
            if (!late && second >= 0 && together(second, i)) {
                prompt[i] = prompt[second] && alike(second, i);
            } else if (!late) {
                if (first >= 0 && inLine(first, second, i)) {
                    prompt[second] = true;
                    prompt[first] |= part(first, second, i) < 1 - SIDE;
                    prompt[i] |= part(first, second, i) > SIDE;
                }
                first = second;
                second = i;
            }
        }
        return prompt;
    }

    private boolean together(int a, int b) {
        return seen.get(b).stampNs() - seen.get(a).stampNs() < Math.max(APART_NS, tolerance(a, b, b));
    }

    private boolean alike(int a, int b) {
        return Math.abs(seen.get(b).offsetNs() - seen.get(a).offsetNs()) <= tolerance(a, b, b);
    }

    private boolean inLine(int a, int b, int c) {
        long span = seen.get(c).stampNs() - seen.get(a).stampNs();
        long change = seen.get(c).offsetNs() - seen.get(a).offsetNs();
        long expected = seen.get(a).offsetNs() + (long) (change * part(a, b, c));
        long tolerance = tolerance(a, b, c);
        return Math.abs(change) <= tolerance + Pieces.slew(span)
                && Math.abs(seen.get(b).offsetNs() - expected) <= tolerance;
    }

    /// Where the second stands between the others; how late the one that is farther from it is hardly moves the line
    /// there.
    private double part(int a, int b, int c) {
        return (double) (seen.get(b).stampNs() - seen.get(a).stampNs())
                / (seen.get(c).stampNs() - seen.get(a).stampNs());
    }

    private long tolerance(int a, int b, int c) {
        long rounded = Math.max(
                seen.get(a).roundedNs(),
                Math.max(seen.get(b).roundedNs(), seen.get(c).roundedNs()));
        return lateNs + rounded;
    }
}
