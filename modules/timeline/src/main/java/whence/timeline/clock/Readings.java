package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import whence.evidence.Clock;

/// Two clocks of one boot, read one after the other again and again, made into few anchors.
///
/// Readings that agree are taken together for ten seconds. One with which those around it do not agree may have
/// been interrupted between the two clocks: it counts for nothing where they agree with each other, else for
/// little. Where the clock was set, an anchor stands at either side.
final class Readings {
    private static final long WINDOW_NS = 10_000_000_000L;

    private final String boot;
    private final Clock from;
    private final long errorNs;
    private final long interruptedNs;
    private long[] at = new long[16];
    private long[] offsets = new long[16];
    private int count;
    private boolean ordered = true;

    /// @param errorNs how far two readings of one moment may be apart
    /// @param interruptedNs how far they may be apart where the reader was interrupted
    Readings(String boot, Clock from, long errorNs, long interruptedNs) {
        this.boot = boot;
        this.from = from;
        this.errorNs = errorNs;
        this.interruptedNs = interruptedNs;
    }

    void add(long fromNs, long realtimeNs) {
        if (count == at.length) {
            at = Arrays.copyOf(at, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        ordered &= count == 0 || at[count - 1] <= fromNs;
        at[count] = fromNs;
        offsets[count++] = realtimeNs - fromNs;
    }

    List<Anchor> anchors() {
        order();
        dropRepeated();
        dropInterrupted();
        List<Anchor> anchors = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            boolean set = i < count && !agree(i - 1, i);
            if (i == count || set || at[i] - at[from] > WINDOW_NS) {
                taken(from, i, anchors);
                from = i;
            }
        }
        return anchors;
    }

    private void order() {
        if (!ordered) {
            long[][] pairs = new long[count][];
            Arrays.setAll(pairs, i -> new long[] {at[i], offsets[i]});
            Arrays.sort(pairs, Comparator.<long[]>comparingLong(pair -> pair[0]).thenComparingLong(pair -> pair[1]));
            Arrays.setAll(at, i -> i < count ? pairs[i][0] : 0);
            Arrays.setAll(offsets, i -> i < count ? pairs[i][1] : 0);
        }
    }

    private void dropRepeated() {
        keep(i -> i == 0 || at[i] != at[i - 1] || offsets[i] != offsets[i - 1]);
    }

    private void dropInterrupted() {
        BitSet interrupted = new BitSet();
        for (int i = 1; i + 1 < count; i++) {
            boolean lone = !isSure(i) && agree(i - 1, i + 1) && isSure(i - 1) && isSure(i + 1);
            interrupted.set(i, lone && Math.abs(offsets[i] - offsets[i - 1]) <= interruptedNs);
        }
        keep(i -> !interrupted.get(i));
    }

    /// Tests each row before the rows ahead of it move.
    private void keep(IntPredicate wanted) {
        BitSet kept = new BitSet(count);
        IntStream.range(0, count).filter(wanted).forEach(kept::set);
        int next = 0;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            at[next] = at[i];
            offsets[next++] = offsets[i];
        }
        count = next;
    }

    /// Whether two of the readings around it agree with it.
    private boolean isSure(int reading) {
        return IntStream.rangeClosed(Math.max(0, reading - 2), Math.min(count - 1, reading + 2))
                        .filter(other -> other != reading && agree(other, reading))
                        .count()
                >= 2;
    }

    private boolean agree(int a, int b) {
        return Math.abs(offsets[a] - offsets[b]) <= 2 * errorNs;
    }

    private void taken(int from, int to, List<Anchor> anchors) {
        long error = IntStream.range(from, to).anyMatch(this::isSure) ? errorNs : interruptedNs;
        long low = Arrays.stream(offsets, from, to).min().orElseThrow() - error;
        long high = Arrays.stream(offsets, from, to).max().orElseThrow() + error;
        anchors.add(new Anchor(boot, this.from, Clock.REALTIME, at[from], low, high));
        if (at[to - 1] > at[from]) {
            anchors.add(new Anchor(boot, this.from, Clock.REALTIME, at[to - 1], low, high));
        }
    }
}
