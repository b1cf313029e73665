package whence.timeline.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Field;
import whence.timeline.Fields;
import whence.timeline.Timeline;

/// The positions at which a task itself speaks: its entries in a journal, which journald signs with its unit, and rows
/// of traces that write its control group. Sorted by task and position, eight bytes each. Beside them, the containers
/// whose output a log driver wrote, by their short id.
final class Records {
    private static final int CHECK_ROWS = 1 << 16;

    /// The task in the upper half, the position in the lower.
    private final long[] keys;

    /// A position that names the container.
    private final Map<String, Integer> containers;

    private Records(long[] keys, Map<String, Integer> containers) {
        this.keys = keys;
        this.containers = containers;
    }

    static Records of(Timeline timeline, Watch watch) {
        boolean[] speaks = new boolean[timeline.artifacts().size()];
        for (int i = 0; i < speaks.length; i++) {
            Events events = timeline.artifacts().get(i);
            speaks[i] = has(events, Fields.UNIT) || has(events, Fields.CGROUP) || has(events, Fields.CONTAINER_ID);
        }
        LongStream.Builder keys = LongStream.builder();
        Map<String, Integer> containers = new HashMap<>();
        for (int at = 0; at < timeline.size(); at++) {
            if (at % CHECK_ROWS == 0) {
                watch.check();
            }
            if (speaks[timeline.artifact(at)]) {
                Events events = timeline.events(at);
                int row = timeline.row(at);
                String container = events.text(Fields.CONTAINER_ID, row);
                if (container != null) {
                    containers.putIfAbsent(container, at);
                }
                boolean own = events.kind(row) == EventKind.LOG || events.text(Fields.CGROUP, row) != null;
                if (own && events.pid(row) > 0) {
                    keys.add((long) events.pid(row) << 32 | at);
                }
            }
        }
        long[] sorted = keys.build().toArray();
        Arrays.sort(sorted);
        return new Records(sorted, containers);
    }

    private static boolean has(Events events, Field field) {
        return events.fields().contains(field);
    }

    /// The last position of `task` not behind `at`, or the next behind it: -1 where there is none.
    int near(int task, int at, boolean behind) {
        int next = first((long) task << 32 | (at + 1L));
        int found = behind ? next : next - 1;
        return found >= 0 && found < keys.length && keys[found] >>> 32 == task ? (int) keys[found] : -1;
    }

    private int first(long key) {
        int found = Arrays.binarySearch(keys, key);
        return found < 0 ? -found - 1 : found;
    }

    /// A position that names the container with this id, short or whole.
    Optional<Integer> container(String id) {
        @Nullable Integer at = containers.get(id.length() > SHORT ? id.substring(0, SHORT) : id);
        return Optional.ofNullable(at);
    }

    /// Digits of a container's short id.
    static final int SHORT = 12;
}
