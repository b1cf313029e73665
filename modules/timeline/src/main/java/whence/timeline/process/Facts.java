package whence.timeline.process;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Timeline;

/// The positions that tell of each task, sorted by task and position, eight bytes each; and those where another boot
/// begins.
final class Facts {
    private static final int CHECK_ROWS = 1 << 16;

    /// The task in the upper half, the position in the lower.
    private final long[] keys;

    private final int[] boots;

    private Facts(long[] keys, int[] boots) {
        this.keys = keys;
        this.boots = boots;
    }

    static Facts of(Timeline timeline, Watch watch) {
        Columns[] columns = timeline.artifacts().stream().map(Columns::of).toArray(Columns[]::new);
        LongStream.Builder keys = LongStream.builder();
        IntStream.Builder boots = IntStream.builder();
        String boot = null;
        for (int at = 0; at < timeline.size(); at++) {
            if (at % CHECK_ROWS == 0) {
                watch.check();
            }
            Columns of = columns[timeline.artifact(at)];
            int row = timeline.row(at);
            of.tell(row, at, keys);
            String says = of.boot == null ? null : of.boot.get(row);
            if (says != null && !says.equals(boot)) {
                boots.add(at);
                boot = says;
            }
        }
        long[] sorted = keys.build().toArray();
        Arrays.sort(sorted);
        return new Facts(sorted, boots.build().toArray());
    }

    /// Positions that tell of `task`, ascending.
    int[] of(int task) {
        int from = first((long) task << 32);
        int to = first((task + 1L) << 32);
        return Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray();
    }

    private int first(long key) {
        int found = Arrays.binarySearch(keys, key);
        return found < 0 ? -found - 1 : found;
    }

    /// First position of the boot that `at` belongs to.
    int bootOf(int at) {
        int found = Arrays.binarySearch(boots, at);
        int before = found < 0 ? -found - 2 : found;
        return before <= 0 ? 0 : boots[before];
    }

    /// Last position of that boot.
    int bootEnd(int at) {
        if (boots.length == 0) {
            return Integer.MAX_VALUE;
        }
        int found = Arrays.binarySearch(boots, at);
        int next = found < 0 ? -found - 1 : found + 1;
        return next == 0 ? bootEnd(boots[0]) : next < boots.length ? boots[next] - 1 : Integer.MAX_VALUE;
    }

    /// The columns of one artifact that tell of tasks.
    private record Columns(Events events, Column.@Nullable Numbers child, Column.@Nullable Texts boot) {
        static Columns of(Events events) {
            return new Columns(
                    events,
                    events.column(Fields.CHILD) instanceof Column.Numbers numbers ? numbers : null,
                    events.column(Fields.BOOT) instanceof Column.Texts texts ? texts : null);
        }

        void tell(int row, int at, LongStream.Builder keys) {
            int pid = events.pid(row);
            EventKind kind = events.kind(row);
            if (pid >= 0 && (kind == EventKind.EXEC || kind == EventKind.EXIT)) {
                keys.add((long) pid << 32 | at);
            }
            long made = child == null ? Events.NO_NUMBER : child.get(row);
            if (made >= 0 && made <= Integer.MAX_VALUE) {
                keys.add(made << 32 | at);
            }
        }
    }
}
