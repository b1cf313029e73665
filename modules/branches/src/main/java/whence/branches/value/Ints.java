package whence.branches.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;

/// A set of 64-bit integers as at most [#MOST] intervals, in signed order; immutable. A set that would need more
/// becomes a wider one, never a narrower one: what is not in it is impossible, what is in it may be.
///
/// Values of an unsigned 64-bit type above 2^63 stand here by their bits; see [#flipped].
public final class Ints {
    public static final Ints ALL = new Ints(new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
    public static final Ints NONE = new Ints(new long[0]);
    private static final int MOST = 12;

    private final long[] bounds;

    private Ints(long[] bounds) {
        this.bounds = bounds;
    }

    public static Ints of(long value) {
        return new Ints(new long[] {value, value});
    }

    /// The set of some values.
    public static Ints of(long... values) {
        Ints set = NONE;
        for (long value : values) {
            set = set.or(of(value));
        }
        return set;
    }

    /// All of `[low, high]`; none where `low` is above `high`.
    public static Ints range(long low, long high) {
        return low > high ? NONE : new Ints(new long[] {low, high});
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public boolean isAll() {
        return bounds.length == 2 && bounds[0] == Long.MIN_VALUE && bounds[1] == Long.MAX_VALUE;
    }

    public long min() {
        return bounds[0];
    }

    public long max() {
        return bounds[bounds.length - 1];
    }

    /// The value where there is exactly one.
    public OptionalLong single() {
        return bounds.length == 2 && bounds[0] == bounds[1] ? OptionalLong.of(bounds[0]) : OptionalLong.empty();
    }

    public boolean contains(long value) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (value >= bounds[i] && value <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    public boolean within(Ints other) {
        return and(other).equals(this);
    }

    public boolean within(long low, long high) {
        return isEmpty() || (min() >= low && max() <= high);
    }

    /// Everything that is in either.
    public Ints or(Ints other) {
        if (isEmpty() || other.isAll()) {
            return other;
        }
        if (other.isEmpty() || isAll()) {
            return this;
        }
        List<long[]> all = new ArrayList<>();
        addTo(all);
        other.addTo(all);
        return joined(all);
    }

    private void addTo(List<long[]> all) {
        for (int i = 0; i < bounds.length; i += 2) {
            all.add(new long[] {bounds[i], bounds[i + 1]});
        }
    }

    private static Ints joined(List<long[]> all) {
        all.sort((a, b) -> Long.compare(a[0], b[0]));
        List<long[]> merged = new ArrayList<>();
        for (long[] next : all) {
            long[] last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && (last[1] == Long.MAX_VALUE || next[0] <= last[1] + 1)) {
                last[1] = Math.max(last[1], next[1]);
            } else {
                merged.add(next);
            }
        }
        while (merged.size() > MOST) {
            closeSmallestGap(merged);
        }
        return flat(merged);
    }

    private static void closeSmallestGap(List<long[]> merged) {
        int best = 1;
        for (int i = 2; i < merged.size(); i++) {
            if (Long.compareUnsigned(gap(merged, i), gap(merged, best)) < 0) {
                best = i;
            }
        }
        merged.get(best - 1)[1] = merged.get(best)[1];
        merged.remove(best);
    }

    private static long gap(List<long[]> merged, int i) {
        return merged.get(i)[0] - merged.get(i - 1)[1];
    }

    private static Ints flat(List<long[]> pieces) {
        long[] flat = new long[pieces.size() * 2];
        for (int i = 0; i < pieces.size(); i++) {
            flat[2 * i] = pieces.get(i)[0];
            flat[2 * i + 1] = pieces.get(i)[1];
        }
        return new Ints(flat);
    }

    /// Everything that is in both.
    public Ints and(Ints other) {
        if (isAll()) {
            return other;
        }
        if (other.isAll()) {
            return this;
        }
        List<long[]> common = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            for (int j = 0; j < other.bounds.length; j += 2) {
                long low = Math.max(bounds[i], other.bounds[j]);
                long high = Math.min(bounds[i + 1], other.bounds[j + 1]);
                if (low <= high) {
                    common.add(new long[] {low, high});
                }
            }
        }
        return joined(common);
    }

    /// Everything that is here and is not `value`.
    public Ints without(long value) {
        Ints below = value == Long.MIN_VALUE ? NONE : range(Long.MIN_VALUE, value - 1);
        Ints above = value == Long.MAX_VALUE ? NONE : range(value + 1, Long.MAX_VALUE);
        return and(below.or(above));
    }

    /// The values where there are at most `most`; an empty array where there are more.
    public long[] values(int most) {
        long[] values = new long[most];
        int count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            for (long value = bounds[i]; ; value++) {
                if (count == most) {
                    return new long[0];
                }
                values[count++] = value;
                if (value == bounds[i + 1]) {
                    break;
                }
            }
        }
        return Arrays.copyOf(values, count);
    }

    /// The set of all results where both are small, null where they are not.
    @org.jspecify.annotations.Nullable
    Ints each(Ints other, LongBinaryOperator op) {
        long[] left = values(16);
        long[] right = other.values(16);
        if (left.length == 0 || right.length == 0) {
            return null;
        }
        List<long[]> results = new ArrayList<>();
        for (long a : left) {
            for (long b : right) {
                long result = op.applyAsLong(a, b);
                results.add(new long[] {result, result});
            }
        }
        return joined(results);
    }

    /// The same bits in an order in which unsigned comparison is signed comparison.
    Ints flipped() {
        List<long[]> pieces = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            long low = bounds[i];
            long high = bounds[i + 1];
            if (low < 0 && high >= 0) {
                pieces.add(new long[] {low ^ Long.MIN_VALUE, Long.MAX_VALUE});
                pieces.add(new long[] {Long.MIN_VALUE, high ^ Long.MIN_VALUE});
            } else {
                pieces.add(new long[] {low ^ Long.MIN_VALUE, high ^ Long.MIN_VALUE});
            }
        }
        return joined(pieces);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ints ints && Arrays.equals(bounds, ints.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(bounds[i]);
            text.append(bounds[i] == bounds[i + 1] ? "" : ".." + bounds[i + 1]);
        }
        return "{" + text + "}";
    }
}
