package whence.bench.traces;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.Filter;
import whence.timeline.filter.Sieve;
import whence.timeline.process.Processes;

/// Ten million made-up events of mixed kinds in four artifacts whose times interleave: what an event costs in
/// memory, and how long filters on columns take to their first hundred rows and to all of them.
public final class TenMillion {
    private static final int ARTIFACTS = 4;
    private static final int ROWS = 2_500_000;
    private static final int SIGHT = 100;
    private static final EventKind[] KINDS = {
        EventKind.CALL, EventKind.CALL, EventKind.PROBE, EventKind.RETURN, EventKind.KERNEL, EventKind.EXEC
    };
    private static final Texts NONE = new Texts() {
        @Override
        public String text(Events events, int row) {
            return "";
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.empty();
        }
    };

    private TenMillion() {}

    public static void main(String[] arguments) {
        for (boolean fields : new boolean[] {false, true}) {
            long before = used();
            Timeline timeline = Timeline.of(artifacts(fields));
            long bytes = used() - before;
            System.out.printf(
                    "%d events, %s: %.1f bytes an event%n",
                    timeline.size(),
                    fields ? "with comm, call, ret and errno" : "common columns alone",
                    (double) bytes / timeline.size());
            if (fields) {
                measure(timeline);
            }
        }
    }

    private static List<Events> artifacts(boolean fields) {
        List<Events> artifacts = new ArrayList<>();
        for (int artifact = 0; artifact < ARTIFACTS; artifact++) {
            artifacts.add(artifact("trace-" + artifact, new SplittableRandom(artifact), fields));
        }
        return artifacts;
    }

    private static Events artifact(String name, SplittableRandom random, boolean fields) {
        EventsBuilder events = new EventsBuilder(name);
        long time = 1_795_211_629_000_000_000L;
        long offset = 0;
        for (int i = 0; i < ROWS; i++) {
            time += random.nextInt(20_000);
            int length = 40 + random.nextInt(120);
            int pid = 300 + random.nextInt(5_000);
            int row =
                    events.add(KINDS[random.nextInt(KINDS.length)], Clock.REALTIME, time, pid, i + 1L, offset, length);
            offset += length + 1;
            if (fields) {
                int errno = random.nextInt(100);
                events.set(Fields.COMM, row, "task-" + pid % 97);
                events.set(Fields.CALL, row, "call-" + random.nextInt(200));
                events.set(Fields.RET, row, errno < 3 ? -1 : errno);
                events.set(Fields.ERRNO, row, errno < 3 ? 21 + errno : Events.NO_NUMBER);
            }
        }
        return events.build();
    }

    private static void measure(Timeline timeline) {
        for (String text :
                List.of("errno:EINVAL", "kind:exec", "comm:task-7 ret:<0", "comm~\"k-9[0-3]\"", "pid:4711")) {
            if (!(Filter.parse(text) instanceof Filter filter)) {
                throw new IllegalStateException(text);
            }
            for (int round = 0; round < 4; round++) {
                filter.over(timeline, NONE, Watch.NONE);
                first(filter, timeline);
            }
            long start = System.nanoTime();
            int seen = first(filter, timeline);
            long first = System.nanoTime();
            int all = filter.over(timeline, NONE, Watch.NONE).count();
            long done = System.nanoTime();
            System.out.printf(
                    "%s: first %d rows %.1f ms, all %d rows %.1f ms%n",
                    text, seen, (first - start) / 1e6, all, (done - first) / 1e6);
        }
        long start = System.nanoTime();
        Processes.of(timeline, Watch.NONE);
        System.out.printf("processes: %.0f ms%n", (System.nanoTime() - start) / 1e6);
    }

    /// Looks for as many rows as are in sight.
    private static int first(Filter filter, Timeline timeline) {
        Sieve sieve = filter.sieve(timeline, NONE, Watch.NONE);
        int seen = 0;
        for (int at = 0; at < timeline.size() && seen < SIGHT; at++) {
            seen += sieve.passes(at) ? 1 : 0;
        }
        return seen;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
