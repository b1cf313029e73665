package whence.app.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Timeline;

/// From bytes and instants to events. Any thread.
final class EventFinder {
    private final Timeline timeline;
    private final Map<String, Events> byArtifact = new HashMap<>();

    EventFinder(Timeline timeline) {
        this.timeline = timeline;
        timeline.artifacts().forEach(events -> byArtifact.put(events.artifact(), events));
    }

    Optional<Events> events(String artifact) {
        return Optional.ofNullable(byArtifact.get(artifact));
    }

    /// All places of an event; none where there is no such event.
    List<Span> spans(Ref.Event event) {
        return events(event.artifact())
                .filter(e -> event.ordinal() < e.count())
                .map(e -> e.spans(event.ordinal()))
                .orElse(List.of());
    }

    /// The function or system call that an event is about.
    Optional<String> function(Ref.Event event) {
        return events(event.artifact())
                .flatMap(e -> Optional.ofNullable(e.text(Fields.FUNCTION, event.ordinal()))
                        .or(() -> Optional.ofNullable(e.text(Fields.CALL, event.ordinal()))));
    }

    /// The event whose bytes a span begins in.
    Optional<Ref.Event> at(Span span) {
        return events(span.artifact())
                .map(events -> row(events, span))
                .filter(row -> row >= 0)
                .map(row -> new Ref.Event(span.artifact(), row));
    }

    private static int row(Events events, Span span) {
        int guess = lastNotBehind(events, span.offset());
        if (guess >= 0 && holds(events, guess, span.offset())) {
            return guess;
        }
        for (int row = 0; row < events.count(); row++) {
            if (holds(events, row, span.offset())) {
                return row;
            }
        }
        return -1;
    }

    // Most artifacts are in order of their offsets; those that are not (a journal) are searched through.
    private static int lastNotBehind(Events events, long offset) {
        int low = 0;
        int high = events.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (events.offset(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private static boolean holds(Events events, int row, long offset) {
        return events.offset(row) <= offset && offset < events.offset(row) + Math.max(1, events.length(row));
    }

    /// The event closest in time on the same clock.
    Optional<Ref.Event> nearest(Ref.Instant instant) {
        int best = -1;
        long distance = Long.MAX_VALUE;
        for (int at = 0; at < timeline.size(); at++) {
            Events events = timeline.events(at);
            int row = timeline.row(at);
            long away = Math.abs(events.timeNs(row) - instant.ns());
            if (events.clock(row) == instant.clock() && events.timeNs(row) != Events.NO_TIME && away < distance) {
                best = at;
                distance = away;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(timeline.ref(best));
    }
}
