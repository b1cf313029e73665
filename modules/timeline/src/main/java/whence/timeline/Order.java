package whence.timeline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorts the events of several artifacts without boxing: each artifact's rows by time (most are sorted already),
/// then all artifacts merged. Equal times are ordered by artifact, then by row, so the order is the same
/// everywhere.
///
/// An event without a place on the axis keeps its company: it stands behind its predecessor in the artifact.
/// Artifacts without any place stand behind all others, one after another.
final class Order {
    private final List<Events> artifacts;
    private final Placement placement;

    Order(List<Events> artifacts, Placement placement) {
        this.artifacts = artifacts;
        this.placement = placement;
    }

    /// One artifact's rows in order of their keys, which are kept by row.
    private static final class Sorted {
        private final long[] keys;
        private final int @Nullable [] rows;

        Sorted(long[] keys, int @Nullable [] rows) {
            this.keys = keys;
            this.rows = rows;
        }

        long key(int at) {
            return keys[rows == null ? at : rows[at]];
        }

        int row(int at) {
            return rows == null ? at : rows[at];
        }
    }

    /// Whether the events are one artifact's, and stand in it in order of time: then no order is to be kept.
    boolean isIdentity() {
        if (artifacts.size() != 1) {
            return false;
        }
        Events events = artifacts.getFirst();
        long last = Long.MIN_VALUE;
        for (int row = 0; row < events.count(); row++) {
            long place = placement.place(events, row);
            if (place != Events.NO_TIME && place < last) {
                return false;
            }
            last = place == Events.NO_TIME ? last : place;
        }
        return true;
    }

    /// Fills the two arrays, which have room for all events.
    void fill(int[] artifactOf, int[] ordinalOf) {
        Sorted[] sorted = new Sorted[artifacts.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = sort(i);
        }
        merge(sorted, artifactOf, ordinalOf);
    }

    /// The key of every row: its place, or that of the nearest placed row before it, or behind it at the start; the
    /// largest number where the artifact has no place at all.
    static long[] keys(Events events, Placement placement) {
        long[] keys = new long[events.count()];
        long last = Events.NO_TIME;
        int first = -1;
        for (int row = 0; row < keys.length; row++) {
            long place = placement.place(events, row);
            if (place != Events.NO_TIME) {
                first = first < 0 ? row : first;
                last = place;
            }
            keys[row] = last;
        }
        Arrays.fill(keys, 0, first < 0 ? keys.length : first, first < 0 ? Long.MAX_VALUE : keys[first]);
        return keys;
    }

    private Sorted sort(int artifact) {
        long[] keys = keys(artifacts.get(artifact), placement);
        return new Sorted(keys, isSorted(keys) ? null : RowSort.byKey(keys));
    }

    private static boolean isSorted(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] > keys[i]) {
                return false;
            }
        }
        return true;
    }

    private static void merge(Sorted[] sorted, int[] artifactOf, int[] ordinalOf) {
        int[] next = new int[sorted.length];
        int[] heap = new int[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i].keys.length > 0) {
                heap[size++] = i;
                up(heap, size - 1, sorted, next);
            }
        }
        int out = 0;
        while (size > 0) {
            int least = heap[0];
            long limit = size == 1 ? Long.MAX_VALUE : runnerUp(heap, size, sorted, next);
            do {
                artifactOf[out] = least;
                ordinalOf[out++] = sorted[least].row(next[least]++);
            } while (next[least] < sorted[least].keys.length && sorted[least].key(next[least]) < limit);
            if (next[least] == sorted[least].keys.length) {
                heap[0] = heap[--size];
            }
            down(heap, size, sorted, next);
        }
    }

    private static long runnerUp(int[] heap, int size, Sorted[] sorted, int[] next) {
        long left = sorted[heap[1]].key(next[heap[1]]);
        return size < 3 ? left : Math.min(left, sorted[heap[2]].key(next[heap[2]]));
    }

    private static boolean before(int a, int b, Sorted[] sorted, int[] next) {
        long left = sorted[a].key(next[a]);
        long right = sorted[b].key(next[b]);
        return left < right || (left == right && a < b);
    }

    private static void up(int[] heap, int from, Sorted[] sorted, int[] next) {
        int at = from;
        while (at > 0 && before(heap[at], heap[(at - 1) / 2], sorted, next)) {
            swap(heap, at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private static void down(int[] heap, int size, Sorted[] sorted, int[] next) {
        int at = 0;
        while (true) {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                least = before(heap[child], heap[least], sorted, next) ? child : least;
            }
            if (least == at) {
                return;
            }
            swap(heap, at, least);
            at = least;
        }
    }

    private static void swap(int[] heap, int a, int b) {
        int held = heap[a];
        heap[a] = heap[b];
        heap[b] = held;
    }
}
