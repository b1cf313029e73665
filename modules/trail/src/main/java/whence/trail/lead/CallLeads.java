package whence.trail.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Errno;
import whence.trail.Lead;
import whence.trail.link.SystemCall;
import whence.trail.read.Calls;

/// Leads from calls that failed and are unusual.
final class CallLeads {
    private static final int TIMES = 16;
    /// More kinds of failure than this, and they are told apart by call and errno only.
    private static final int MANY = 200;

    private CallLeads() {}

    static List<Lead> of(Calls calls) {
        List<SystemCall> failed = calls.failed().stream()
                .filter(c -> !Usual.failure(c.name(), c.errno()))
                .toList();
        Map<String, List<SystemCall>> groups = grouped(failed, true);
        return (groups.size() > MANY ? grouped(failed, false) : groups)
                .values().stream().map(g -> lead(g, calls)).toList();
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

    static Lead lead(List<SystemCall> calls, Calls read) {
        SystemCall first = calls.getFirst();
        String line = read.decoded(first).map(c -> c.line()).orElse(first.name() + " = " + first.result());
        List<Time> times = calls.stream()
                .map(SystemCall::enter)
                .filter(t -> t.clock() != Clock.NONE)
                .limit(TIMES)
                .toList();
        return new Lead(
                LeadId.of(Lead.Kind.FAILED_CALL, first.spans().getFirst()),
                Lead.Kind.FAILED_CALL,
                first.name() + " failed with " + Errno.name(first.errno())
                        + (first.tid() > 0 ? " in task " + first.tid() : "") + ": " + Title.of(line),
                Severity.FAILED_CALL,
                calls.size(),
                times,
                first.spans().getFirst(),
                List.of());
    }
}
