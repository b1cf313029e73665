package whence.logs.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A report of many lines, recognised as one thing.
///
/// @param title the line that says what happened, without what changes from one occurrence to the next
/// @param task name of the task that ran, empty where it is not said
/// @param pid of that task, -1 where it is not said
/// @param cpu -1 where it is not said
/// @param taint the kernel's taint letters, empty where it is clean or not said
/// @param at where the processor stood: RIP, pc, NIP or PSW
/// @param trace callers, innermost first; frames marked `?` included and marked
/// @param registers by name, as the lines give them
/// @param code the `Code:` line's bytes, empty where there is none
/// @param modules linked in
/// @param rows of the events it is made of, in their order; the first is the title's or the line that opens it
/// @param cutOff whether the log ends, or another report begins, before this one came to its end
public record KernelReport(
        ReportKind kind,
        String title,
        String task,
        int pid,
        int cpu,
        String taint,
        Optional<Frame> at,
        List<Frame> trace,
        Map<String, String> registers,
        String code,
        List<String> modules,
        List<Integer> rows,
        boolean cutOff) {
    public KernelReport {
        trace = List.copyOf(trace);
        registers = Map.copyOf(registers);
        modules = List.copyOf(modules);
        rows = List.copyOf(rows);
    }

    /// The frames that are proven callers.
    public List<Frame> certainTrace() {
        return trace.stream().filter(f -> !f.uncertain()).toList();
    }
}
