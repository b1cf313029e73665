package whence.bench.traces;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import whence.bytes.Bytes;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Input;
import whence.traces.strace.Call;
import whence.traces.strace.StraceReader;

/// Reads a strace file, then parses every call in full, with the spans of its arguments: `PATH [RUNS]`. Prints MB/s
/// of CPU time for each, best of the runs.
public final class StraceComparison {
    private StraceComparison() {}

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (MappedFile file = MappedFile.open(Path.of(arguments[0]))) {
            Bytes bytes = file.bytes();
            Input input = new Input("strace", bytes);
            for (int run = 0; run < runs; run++) {
                long start = threads.getCurrentThreadCpuTime();
                Events events = new StraceReader().read(input, Watch.NONE);
                long read = threads.getCurrentThreadCpuTime() - start;
                start = threads.getCurrentThreadCpuTime();
                long parsed = parse(input, events);
                long full = threads.getCurrentThreadCpuTime() - start;
                double mb = bytes.size() / 1e6;
                System.out.printf(
                        Locale.ROOT,
                        "%d events, %d arguments: read %.0f MB/s, arguments %.0f MB/s, both %.0f MB/s of CPU time%n",
                        events.count(),
                        parsed,
                        mb / read * 1e9,
                        mb / full * 1e9,
                        mb / (read + full) * 1e9);
            }
        }
    }

    private static long parse(Input input, Events events) {
        long arguments = 0;
        for (int row = 0; row < events.count(); row++) {
            arguments += Call.of(input, events, row)
                    .map(call -> call.arguments().size())
                    .orElse(0);
        }
        return arguments;
    }
}
