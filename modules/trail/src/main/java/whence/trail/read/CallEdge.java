package whence.trail.read;

import java.util.Map;
import java.util.Optional;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.trail.ledger.Hit;
import whence.trail.link.CallNames;

/// The tracepoints at both ends of a system call, as hits on the call's body: what the probes of the same task saw
/// between them ran in this call, whether one of them returned its error or not.
final class CallEdge {
    private CallEdge() {}

    /// Empty for a tracepoint that is no end of a system call.
    static Optional<Hit> of(Material.Part part, int row) {
        Events events = part.events();
        String call = events.text(Fields.CALL, row);
        if (call == null) {
            return Optional.empty();
        }
        long result = events.number(Fields.RET, row);
        boolean leaves = events.kind(row) == EventKind.RETURN;
        String comm = events.text(Fields.COMM, row);
        return Optional.of(new Hit(
                row,
                events.pid(row),
                comm == null ? "" : comm,
                (leaves ? Hit.LEAVES_CALL : Hit.ENTERS_CALL) + call,
                CallNames.BODY + call,
                leaves ? Hit.Kind.RETURN : Hit.Kind.ENTRY,
                null,
                leaves && result != Events.NO_NUMBER ? result : null,
                Map.of(),
                new Time(events.clock(row), events.timeNs(row), 500),
                part.span(row)));
    }
}
