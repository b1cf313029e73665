package whence.bench.traces;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Matches;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.filter.Filter;

/// Runs filters over a trace that is already read: `PATH FILTER...`. Prints matches and the least CPU time of ten
/// runs; to be compared with `rg -c`.
public final class FilterComparison {
    private static final int RUNS = 10;

    private FilterComparison() {}

    public static void main(String[] arguments) throws Exception {
        try (MappedFile file = MappedFile.open(Path.of(arguments[0]))) {
            Timeline timeline = Timeline.of(List.of(LoadTrace.events(arguments[0], file.bytes())));
            for (int i = 1; i < arguments.length; i++) {
                if (Filter.parse(arguments[i], timeline.fields()) instanceof Filter filter) {
                    run(filter, timeline, new Plain(file.bytes()));
                }
            }
        }
    }

    private static void run(Filter filter, Timeline timeline, Texts texts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        int count = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            Matches matches = filter.over(timeline, texts, Watch.NONE);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
            count = matches.count();
        }
        System.out.printf(java.util.Locale.ROOT, "%-40s %8d matches %8.1f ms CPU%n", filter.text(), count, least / 1e6);
    }

    private record Plain(Bytes bytes) implements Texts {
        @Override
        public String text(Events events, int row) {
            return bytes.text(events.offset(row), events.length(row));
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.of(bytes);
        }
    }
}
