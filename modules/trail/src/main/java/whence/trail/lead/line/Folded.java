package whence.trail.lead.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.logs.LogFields;
import whence.logs.LogReader;
import whence.timeline.Events;

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

    /// Stamps of one record in two artifacts may differ: one tool prints what printk stamped, another when it was
    /// received.
    private static final long SAME_NS = 100_000_000;

    /// Records whose stamps agree are the same event, and so are the nearest ones that are close, in the order of
    /// their artifacts; two records of one artifact never are. The records of an artifact without such stamps are
    /// laid beside the events in order; they are further events only as far as there are more of them.
    static Folded of(List<LogLine> lines) {
        Map<String, List<LogLine>> stamped = new LinkedHashMap<>();
        Map<String, List<LogLine>> unstamped = new LinkedHashMap<>();
        for (LogLine line : lines) {
            (line.printkNs() == LogLine.UNKNOWN ? unstamped : stamped)
                    .computeIfAbsent(line.artifact(), a -> new ArrayList<>())
                    .add(line);
        }
        TreeMap<Long, List<LogLine>> byStamp = new TreeMap<>();
        stamped.values().forEach(artifact -> merge(artifact, byStamp));
        List<List<LogLine>> events = new ArrayList<>(byStamp.values());
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

    private static void merge(List<LogLine> artifact, TreeMap<Long, List<LogLine>> byStamp) {
        Set<Long> taken = new HashSet<>();
        for (LogLine line : artifact) {
            long stamp = near(line.printkNs(), byStamp, taken);
            taken.add(stamp);
            byStamp.computeIfAbsent(stamp, s -> new ArrayList<>()).add(line);
        }
    }

    /// The stamp of the event a record belongs to; its own where it is a new one.
    private static long near(long stamp, TreeMap<Long, List<LogLine>> byStamp, Set<Long> taken) {
        if (byStamp.containsKey(stamp) && !taken.contains(stamp)) {
            return stamp;
        }
        return byStamp.subMap(stamp - SAME_NS, true, stamp + SAME_NS, true).keySet().stream()
                .filter(s -> !taken.contains(s))
                .min(Comparator.comparingLong(s -> Math.abs(s - stamp)))
                .orElse(stamp);
    }

    public LogLine first() {
        return occurrences.getFirst().first();
    }

    public String text() {
        return first().text();
    }

    /// The bytes of the message, from the first artifact that holds them.
    public byte[] message() {
        LogLine line = first();
        return line.part().reader() instanceof LogReader reader
                ? reader.message(line.part().input(), line.part().events(), line.row())
                : line.text().getBytes(StandardCharsets.UTF_8);
    }

    /// How long a message is that the artifact hides behind `[33B blob data]`; [LogLine#UNKNOWN] where it hides none.
    public int hiddenLength() {
        long length = first().part().events().number(LogFields.BLOB, first().row());
        return length == Events.NO_NUMBER ? LogLine.UNKNOWN : (int) length;
    }

    public boolean hidden() {
        return hiddenLength() != LogLine.UNKNOWN;
    }

    public int count() {
        return occurrences.size();
    }

    /// Whether the kernel printed it.
    public boolean kernel() {
        return first().kind() == EventKind.KERNEL;
    }

    /// The most urgent priority that any record gives; [LogLine#UNKNOWN] where none does.
    public int priority() {
        return occurrences.stream()
                .flatMap(o -> o.witnesses().stream())
                .mapToInt(LogLine::priority)
                .filter(p -> p != LogLine.UNKNOWN)
                .min()
                .orElse(LogLine.UNKNOWN);
    }

    public List<Time> times() {
        return occurrences.stream()
                .map(Occurrence::time)
                .filter(t -> t.ns() != Events.NO_TIME)
                .toList();
    }
}
