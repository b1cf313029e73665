package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The stretches of real time that a boot went through twice, since its clock was set back. Two stamps of one such
/// stretch have no order by themselves.
final class SetBack {
    static final SetBack NEVER = new SetBack(List.of());

    private final List<long[]> twice;

    private SetBack(List<long[]> twice) {
        this.twice = twice;
    }

    /// @param pieces from a clock that is never set to real time
    static SetBack of(Pieces pieces) {
        List<long[]> found = new ArrayList<>();
        for (int i = 1; i < pieces.count(); i++) {
            Pieces.Offset before = pieces.anchor(i - 1);
            Pieces.Offset after = pieces.anchor(i);
            if (pieces.steps(i) && after.high() < before.low()) {
                found.add(new long[] {pieces.anchorAt(i - 1) + after.low(), pieces.anchorAt(i) + before.high()});
            }
        }
        return merged(found);
    }

    SetBack and(SetBack other) {
        List<long[]> all = new ArrayList<>(twice);
        all.addAll(other.twice);
        return merged(all);
    }

    private static SetBack merged(List<long[]> stretches) {
        List<long[]> merged = new ArrayList<>();
        stretches.stream().sorted(Comparator.comparingLong(one -> one[0])).forEach(next -> {
            if (merged.isEmpty() || merged.getLast()[1] < next[0]) {
                merged.add(next.clone());
            } else {
                merged.getLast()[1] = Math.max(merged.getLast()[1], next[1]);
            }
        });
        return merged.isEmpty() ? NEVER : new SetBack(merged);
    }

    /// Whether two instants, each with its error, may lie in one of them.
    boolean holdsBoth(long a, long errorA, long b, long errorB) {
        return twice.stream()
                .anyMatch(one ->
                        a + errorA >= one[0] && a - errorA <= one[1] && b + errorB >= one[0] && b - errorB <= one[1]);
    }
}
