package whence.trail.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.trail.Lead;
import whence.trail.ledger.Hit;
import whence.trail.ledger.Window;
import whence.trail.link.CallNames;
import whence.trail.read.Ground;

/// Leads from runs of probed functions that gave an error, in tasks whose system calls nobody traced. Of runs within
/// each other the outermost counts.
final class RunLeads {
    private static final int TIMES = 16;
    private static final long LARGEST = 4095;

    private final Map<String, Integer> made = new LinkedHashMap<>();
    private final Map<String, List<Window>> failed = new LinkedHashMap<>();

    private final Errno errors;

    private RunLeads(Errno errors) {
        this.errors = errors;
    }

    static List<Lead> of(Ground ground) {
        List<Window> runs = ground.outermost();
        if (runs.isEmpty()) {
            return List.of();
        }
        Set<Integer> traced = ground.calls().tasks();
        RunLeads leads = new RunLeads(ground.errors());
        runs.stream().filter(run -> !traced.contains(run.tid())).forEach(leads::add);
        return leads.failed.values().stream().map(leads::lead).toList();
    }

    private void add(Window run) {
        made.merge(run.function(), 1, Integer::sum);
        Hit exit = run.exit();
        Long value = exit.value();
        if (value != null && value < 0 && value >= -LARGEST && !usual(run.function(), (int) -value)) {
            failed.computeIfAbsent(run.function() + " " + value, k -> new ArrayList<>())
                    .add(run);
        }
    }

    private boolean usual(String function, int errno) {
        String error = errors.name(errno);
        return error == null || Usual.failure(CallNames.callOf(function).orElse("open"), error);
    }

    private Lead lead(List<Window> alike) {
        Window first = alike.getFirst();
        Hit exit = first.exit();
        long tried = alike.stream().map(Window::tid).distinct().count();
        String who = exit.comm().isEmpty() || exit.comm().equals("<...>") ? "" : " for " + exit.comm();
        return new Lead(
                LeadId.of(Lead.Kind.FAILED_CALL, exit.span()),
                Lead.Kind.FAILED_CALL,
                first.function() + " returned -" + errors.name((int) -value(exit)) + who
                        + (tried == 1 ? " in task " + first.tid() : " in " + tried + " tasks") + ": " + why(alike),
                Severity.FAILED_CALL,
                alike.size(),
                alike.stream()
                        .map(run -> run.exit().time())
                        .filter(time -> time.clock() != Clock.NONE)
                        .limit(TIMES)
                        .toList(),
                exit.span(),
                List.of());
    }

    private static long value(Hit exit) {
        Long value = exit.value();
        return value == null ? 0 : value;
    }

    private String why(List<Window> alike) {
        int all = made.getOrDefault(alike.getFirst().function(), 0);
        return all == 1
                ? "the only run that the probes saw"
                : alike.size() + " of " + all + " runs that the probes saw did";
    }
}
