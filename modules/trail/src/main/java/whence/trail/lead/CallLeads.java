package whence.trail.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Errno;
import whence.traces.strace.Argument;
import whence.traces.strace.Call;
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
        return (groups.size() > MANY ? grouped(failed, false) : groups)
                .values().stream().map(this::lead).toList();
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

    private Lead lead(List<SystemCall> alike) {
        SystemCall first = alike.getFirst();
        return lead(alike, outcomes.severity(first.name(), first.errno()));
    }

    Lead lead(List<SystemCall> alike, int severity) {
        SystemCall first = alike.getFirst();
        List<Time> times = alike.stream()
                .map(SystemCall::enter)
                .filter(t -> t.clock() != Clock.NONE)
                .limit(TIMES)
                .toList();
        return new Lead(
                LeadId.of(Lead.Kind.FAILED_CALL, first.spans().getFirst()),
                Lead.Kind.FAILED_CALL,
                title(first),
                severity,
                alike.size(),
                times,
                first.spans().getFirst(),
                List.of());
    }

    private String title(SystemCall call) {
        return call.name()
                + about(call)
                + (call.comm().isEmpty() ? "" : " of " + call.comm())
                + (call.failed() ? " failed with " + Errno.name(call.errno()) : " returned " + call.result())
                + (call.tid() > 0 ? " in task " + call.tid() : "")
                + (call.failed() ? ": " + outcomes.why(call) : "");
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
