package whence.trail.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.evidence.EventKind;
import whence.evidence.Time;

/// One message with all records of it. A record that several artifacts hold is one event with several witnesses.
///
/// @param occurrences the events, in order; each with the records that witness it
public record Folded(List<Occurrence> occurrences) {
    public Folded {
        occurrences = List.copyOf(occurrences);
    }

    /// One event.
    public record Occurrence(List<LogLine> witnesses) {
        public Occurrence {
            witnesses = List.copyOf(witnesses);
        }

        public LogLine first() {
            return witnesses.getFirst();
        }

        public Time time() {
            return witnesses.stream()
                    .filter(w -> w.printkNs() != LogLine.UNKNOWN)
                    .findFirst()
                    .orElse(first())
                    .time();
        }
    }

    /// Records with the same printk stamp are the same event. The records of an artifact that has no such stamps are
    /// laid
    /// beside the events in order; they are further events only as far as there are more of them.
    static Folded of(List<LogLine> lines) {
        TreeMap<Long, List<LogLine>> stamped = new TreeMap<>();
        Map<String, List<LogLine>> unstamped = new LinkedHashMap<>();
        for (LogLine line : lines) {
            if (line.printkNs() == LogLine.UNKNOWN) {
                unstamped
                        .computeIfAbsent(line.artifact(), a -> new ArrayList<>())
                        .add(line);
            } else {
                stamped.computeIfAbsent(line.printkNs(), s -> new ArrayList<>()).add(line);
            }
        }
        List<List<LogLine>> events = new ArrayList<>(stamped.values());
        for (List<LogLine> artifact : unstamped.values()) {
            for (int i = 0; i < artifact.size(); i++) {
                if (i == events.size()) {
                    events.add(new ArrayList<>());
                }
                events.get(i).add(artifact.get(i));
            }
        }
        return new Folded(events.stream().map(Occurrence::new).toList());
    }

    public LogLine first() {
        return occurrences.getFirst().first();
    }

    public String text() {
        return first().text();
    }

    int count() {
        return occurrences.size();
    }

    /// Whether the kernel printed it.
    public boolean kernel() {
        return first().kind() == EventKind.KERNEL;
    }

    /// The most urgent priority that any record gives; [LogLine#UNKNOWN] where none does.
    int priority() {
        return occurrences.stream()
                .flatMap(o -> o.witnesses().stream())
                .mapToInt(LogLine::priority)
                .filter(p -> p != LogLine.UNKNOWN)
                .min()
                .orElse(LogLine.UNKNOWN);
    }

    List<Time> times() {
        return occurrences.stream()
                .map(Occurrence::time)
                .filter(t -> t.ns() != whence.timeline.Events.NO_TIME)
                .toList();
    }
}
