package whence.trail.lead;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import whence.evidence.Errno;
import whence.trail.link.SystemCall;
import whence.trail.read.Calls;

/// How the calls of a session ended: what every program lives with, and what stands out.
///
/// A failure is everyday where most of the programs that made such a call met it. Where too few programs were
/// traced to tell, the fixed list of [Usual] decides; it is also what keeps the search for libraries out of sight.
final class Outcomes {
    private static final int FEW_PROGRAMS = 4;
    private static final double MOST_PROGRAMS = 0.75;
    private static final int MANY_CALLS = 20;
    private static final int SELDOM = 20;

    private final Errno errors;
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final Map<String, Integer> failedBy = new HashMap<>();
    private final Map<String, Integer> workedBy = new HashMap<>();
    private final Map<String, Set<String>> makers = new HashMap<>();
    private final Map<String, Set<String>> victims = new HashMap<>();

    Outcomes(Calls calls) {
        this.errors = calls.errors();
        calls.each((name, errno, program) -> {
            made.merge(name, 1, Integer::sum);
            (errno > 0 ? failedBy : workedBy).merge(program + " " + name, 1, Integer::sum);
            makers.computeIfAbsent(name, absent -> new HashSet<>()).add(program);
            if (errno > 0) {
                String key = name + " " + errno;
                failed.merge(key, 1, Integer::sum);
                victims.computeIfAbsent(key, absent -> new HashSet<>()).add(program);
            }
        });
    }

    /// How much such a failure asks for an explanation.
    int severity(String call, int errno) {
        String named = errors.name(errno);
        String error = named == null ? "" : named;
        boolean usual = Usual.failure(call, error);
        if (usual) {
            return !Usual.search(call, error) && seldom(call, errno) ? Severity.SELDOM_FAILURE : Severity.NONE;
        }
        if (everyday(call, errno)) {
            return Severity.EVERYDAY_FAILURE;
        }
        return seldom(call, errno) ? Severity.RARE_FAILURE : Severity.FAILED_CALL;
    }

    /// Whether more such calls of its program succeeded than failed.
    boolean mostlyWorks(SystemCall call) {
        String key = call.comm() + " " + call.name();
        return workedBy.getOrDefault(key, 0) > failedBy.getOrDefault(key, 0);
    }

    private boolean everyday(String call, int errno) {
        int met = victims.getOrDefault(call + " " + errno, Set.of()).size();
        return met >= FEW_PROGRAMS
                && met >= MOST_PROGRAMS * makers.getOrDefault(call, Set.of()).size();
    }

    /// Among many that did not end so.
    private boolean seldom(String call, int errno) {
        int all = made.getOrDefault(call, 0);
        return all >= MANY_CALLS && count(call, errno) * SELDOM <= all;
    }

    private int count(String call, int errno) {
        return failed.getOrDefault(call + " " + errno, 0);
    }

    /// The numbers it rests on, a clause that completes "it failed so".
    String why(SystemCall call) {
        int all = made.getOrDefault(call.name(), 0);
        int same = count(call.name(), call.errno());
        if (all <= 1) {
            return "the only " + call.name() + " call traced";
        }
        int programs =
                victims.getOrDefault(call.name() + " " + call.errno(), Set.of()).size();
        return (same == 1 ? "the only one of " + all + " " + call.name() + " calls that did" : "")
                + (same > 1 ? same + " of " + all + " " + call.name() + " calls did" : "")
                + (programs >= FEW_PROGRAMS ? ", in " + programs + " programs" : "");
    }
}
