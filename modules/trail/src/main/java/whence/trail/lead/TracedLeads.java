package whence.trail.lead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.trail.Lead;
import whence.trail.link.SystemCall;
import whence.trail.read.Ground;
import whence.trail.read.TracedCalls;

/// Leads from calls that only tracepoints at both their ends saw: where a session has no other trace of calls.
final class TracedLeads {
    private static final int TIMES = 16;

    private TracedLeads() {}

    static List<Lead> of(Ground ground) {
        if (ground.calls().any()) {
            return List.of();
        }
        Map<String, Integer> made = new HashMap<>();
        Map<String, List<SystemCall>> failed = new LinkedHashMap<>();
        for (SystemCall call : TracedCalls.all(ground.material())) {
            made.merge(call.name(), 1, Integer::sum);
            if (named(call) && !Usual.failure(call.name(), call.error())) {
                failed.computeIfAbsent(call.comm() + " " + call.name() + " " + call.errno(), k -> new ArrayList<>())
                        .add(call);
            }
        }
        return failed.values().stream()
                .map(alike -> lead(alike, made.getOrDefault(alike.getFirst().name(), 0)))
                .toList();
    }

    private static boolean named(SystemCall call) {
        return call.errors().name(call.errno()) != null;
    }

    private static Lead lead(List<SystemCall> alike, int made) {
        SystemCall first = alike.getFirst();
        long tasks = alike.stream().map(SystemCall::tid).distinct().count();
        List<Time> times = alike.stream()
                .map(SystemCall::enter)
                .filter(time -> time.clock() != Clock.NONE)
                .toList();
        return new Lead(
                LeadId.of(Lead.Kind.FAILED_CALL, first.spans().getFirst()),
                Lead.Kind.FAILED_CALL,
                first.name() + (first.comm().isEmpty() ? "" : " of " + first.comm()) + " failed with "
                        + first.error()
                        + (tasks == 1 ? " in task " + first.tid() : " in " + tasks + " tasks") + ": "
                        + (made == 1
                                ? "the only " + first.name() + " call traced"
                                : alike.size() + " of " + made + " " + first.name() + " calls did")
                        + Rhythm.words(times),
                Severity.FAILED_CALL,
                alike.size(),
                times.stream().limit(TIMES).toList(),
                first.spans().getFirst(),
                List.of());
    }
}
