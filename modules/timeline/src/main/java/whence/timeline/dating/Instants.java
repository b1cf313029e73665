package whence.timeline.dating;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import whence.bytes.Watch;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.clock.SessionClocks;

/// When the rows of artifacts happened, on real time, worked out once for each artifact. One thread.
final class Instants {
    private final SessionClocks clocks;
    private final Watch watch;
    private final Map<String, long[]> known = new HashMap<>();

    Instants(SessionClocks clocks, Watch watch) {
        this.clocks = clocks;
        this.watch = watch;
    }

    /// Nanoseconds since 1970 for each row; [Events#NO_TIME] where nobody knows.
    long[] of(Events events) {
        return known.computeIfAbsent(events.artifact(), artifact -> {
            watch.check();
            long[] when = new long[events.count()];
            Arrays.setAll(when, row -> clocks.written(events, row).map(Time::ns).orElse(Events.NO_TIME));
            return when;
        });
    }
}
