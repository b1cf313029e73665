package whence.trail.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.traces.strace.Call;
import whence.traces.strace.value.Argument;
import whence.trail.Lead;
import whence.trail.link.SystemCall;
import whence.trail.read.Calls;

/// Leads from calls that failed, the most unusual first; what is usual is no lead.
final class CallLeads {
    private static final int TIMES = 16;
    /// More kinds of failure than this, and they are told apart by call and errno only.
    private static final int MANY = 200;
    /// Arguments are in the trace; a title names what the call was about.
    private static final int LONGEST_ARGUMENT = 48;
    /// As many tasks that do the same make a habit of a program.
    private static final int HABIT = 4;
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{6,}");

    private final Calls calls;
    private final Outcomes outcomes;

    CallLeads(Calls calls) {
        this.calls = calls;
        this.outcomes = new Outcomes(calls);
    }

    List<Lead> all() {
        List<SystemCall> failed = calls.failed().stream()
                .filter(c -> outcomes.severity(c.name(), c.errno()) != Severity.NONE)
                .toList();
        Map<String, List<SystemCall>> groups = grouped(failed, true);
        return groups.size() > MANY
                ? grouped(failed, false).values().stream().map(this::lead).toList()
                : habits(groups.values()).stream().map(this::lead).toList();
    }

    private static Map<String, List<SystemCall>> grouped(List<SystemCall> failed, boolean byTask) {
        Map<String, List<SystemCall>> groups = new LinkedHashMap<>();
        for (SystemCall call : failed) {
            String task = byTask ? call.event().artifact() + " " + call.tid() + " " : "";
            groups.computeIfAbsent(task + call.name() + " " + call.errno(), k -> new ArrayList<>())
                    .add(call);
        }
        return groups;
    }

    /// What a program does alike in many tasks is one thing; and no news where such calls of it mostly succeed.
    private List<List<SystemCall>> habits(Collection<List<SystemCall>> byTask) {
        Map<String, List<SystemCall>> alike = new LinkedHashMap<>();
        for (List<SystemCall> task : byTask) {
            alike.computeIfAbsent(deed(task.getFirst()), k -> new ArrayList<>()).addAll(task);
        }
        List<List<SystemCall>> all = new ArrayList<>();
        for (List<SystemCall> task : byTask) {
            List<SystemCall> same = alike.get(deed(task.getFirst()));
            if (same == null || !habit(same)) {
                all.add(task);
            } else if (same.getFirst().equals(task.getFirst())) {
                all.add(same);
            }
        }
        return all;
    }

    private static boolean habit(List<SystemCall> alike) {
        return tasks(alike) >= HABIT;
    }

    private static long tasks(List<SystemCall> alike) {
        return alike.stream()
                .map(c -> c.event().artifact() + " " + c.tid())
                .distinct()
                .count();
    }

    /// Program, call, errno and arguments, addresses aside; calls whose program nobody names are never alike.
    private String deed(SystemCall call) {
        String arguments = calls.decoded(call)
                .map(c -> c.arguments().stream().map(Argument::print).collect(Collectors.joining(", ")))
                .orElse(call.id());
        return (call.comm().isEmpty() ? call.id() : call.comm()) + " " + call.name() + " " + call.errno() + " "
                + ADDRESS.matcher(arguments).replaceAll("#");
    }

    private Lead lead(List<SystemCall> alike) {
        SystemCall first = alike.getFirst();
        int severity = outcomes.severity(first.name(), first.errno());
        return lead(alike, habit(alike) && outcomes.mostlyWorks(first) ? Math.max(severity, Severity.HABIT) : severity);
    }

    Lead lead(List<SystemCall> alike, int severity) {
        SystemCall first = alike.getFirst();
        List<Time> times = alike.stream()
                .map(SystemCall::enter)
                .filter(t -> t.clock() != Clock.NONE)
                .toList();
        return new Lead(
                LeadId.of(Lead.Kind.FAILED_CALL, first.spans().getFirst()),
                Lead.Kind.FAILED_CALL,
                title(first, tasks(alike)) + Rhythm.words(times),
                severity,
                alike.size(),
                times.stream().limit(TIMES).toList(),
                first.spans().getFirst(),
                List.of());
    }

    private String title(SystemCall call, long tasks) {
        return call.name()
                + about(call)
                + (call.comm().isEmpty() ? "" : " of " + call.comm())
                + (call.failed() ? " failed with " + call.error() : " returned " + call.result())
                + in(call, tasks)
                + (call.failed() ? ": " + outcomes.why(call) : "");
    }

    private static String in(SystemCall call, long tasks) {
        return tasks > 1 ? " in " + tasks + " tasks" : call.tid() > 0 ? " in task " + call.tid() : "";
    }

    /// The first argument says most: the command, the file.
    private String about(SystemCall call) {
        List<Argument> arguments = calls.decoded(call).map(Call::arguments).orElse(List.of());
        return arguments.stream()
                .findFirst()
                .map(Argument::print)
                .map(first -> "(" + shortened(first) + (arguments.size() > 1 ? ", …)" : ")"))
                .orElse("");
    }

    private static String shortened(String text) {
        if (text.startsWith("{")) {
            return "{…}";
        }
        return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
    }
}
