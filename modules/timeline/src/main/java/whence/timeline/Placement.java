package whence.timeline;

import whence.evidence.Clock;

/// Puts events on the one axis by which a timeline is ordered. Stateless; any thread.
@FunctionalInterface
public interface Placement {
    /// Takes stamps on real time as they are and places nothing else.
    Placement REALTIME = (events, row) -> events.clock(row) == Clock.REALTIME ? events.timeNs(row) : Events.NO_TIME;

    /// Nanoseconds on the axis, or [Events#NO_TIME] where the event's stamp has no known place on it.
    long place(Events events, int row);

    /// Takes stamps of one clock as they are and places nothing else.
    static Placement of(Clock clock) {
        return (events, row) -> events.clock(row) == clock ? events.timeNs(row) : Events.NO_TIME;
    }
}
