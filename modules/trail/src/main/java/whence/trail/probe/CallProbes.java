package whence.trail.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import whence.trail.Trail;

/// What to run next where it is not known which call it was: traces of whole system calls by every task.
public final class CallProbes {
    private static final int MOST = 4;

    private CallProbes() {}

    /// Traces of these calls: who made them, when, and what they returned.
    public static List<Trail.NextProbe> of(List<String> calls) {
        List<String> few = calls.stream().limit(MOST).toList();
        if (few.isEmpty()) {
            return List.of();
        }
        String splits = "Each call with its task, its time and its result; one whose run holds the time of the line"
                + " printed it.";
        return List.of(
                new Trail.NextProbe(bpftrace(few), "bpftrace", splits),
                new Trail.NextProbe(perf(few), "perf", splits),
                new Trail.NextProbe(events(few), "kprobe_events", splits));
    }

    /// Traces of every call that fails with an errno, where no call was captured at all.
    public static List<Trail.NextProbe> failing(int errno) {
        String splits = "Every call that fails with this errno, with its number, task and program.";
        return List.of(
                new Trail.NextProbe(
                        "bpftrace -e 'tracepoint:raw_syscalls:sys_exit /args->ret == -" + errno
                                + "/ { printf(\"%llu %d %s call=%d ret=%d\\n\", nsecs, tid, comm, args->id, args->ret) }'",
                        "bpftrace",
                        splits),
                new Trail.NextProbe(
                        "perf record -e raw_syscalls:sys_exit --filter 'ret == -" + errno
                                + "' -a -- sleep 60 && perf script",
                        "perf",
                        splits));
    }

    private static String bpftrace(List<String> calls) {
        List<String> probes = new ArrayList<>();
        for (String call : calls) {
            probes.add("tracepoint:syscalls:sys_enter_" + call + " { printf(\"%llu %d %s " + call
                    + " enter\\n\", nsecs, tid, comm) }");
            probes.add("tracepoint:syscalls:sys_exit_" + call + " { printf(\"%llu %d %s " + call
                    + " ret=%d\\n\", nsecs, tid, comm, args->ret) }");
        }
        return "bpftrace -e '" + String.join(" ", probes) + "'";
    }

    private static String perf(List<String> calls) {
        String events = calls.stream()
                .map(call -> "-e syscalls:sys_enter_" + call + " -e syscalls:sys_exit_" + call)
                .collect(Collectors.joining(" "));
        return "perf record " + events + " -a -- sleep 60 && perf script";
    }

    private static String events(List<String> calls) {
        return calls.stream()
                .map(EntrySymbols::of)
                .map(List::getFirst)
                .map(entry -> "p:whence/" + entry + " " + entry + "\nr:whence/" + entry + "_ret " + entry
                        + " ret=$retval:s64")
                .collect(Collectors.joining("\n"));
    }
}
