package whence.trail.recur;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.clock.SessionClocks;
import whence.timeline.process.Command;
import whence.trail.Companion;
import whence.trail.read.Material;

/// The events of one recording, boot and clock that can accompany a line, in order of time: programs started, calls
/// that failed, messages of processes.
final class Track {
    private final List<Material.Part> parts;
    private final String boot;
    private final Clock clock;
    private final int[] part;
    private final int[] rows;
    private final long[] times;
    /// What was read of an event stays known: the same ones lie near many instants.
    private final Map<Integer, Optional<Seen>> seen = new HashMap<>();

    /// @param part which of the parts each event is of
    /// @param rows its row there
    /// @param times ascending
    Track(List<Material.Part> parts, String boot, Clock clock, int[] part, int[] rows, long[] times) {
        this.parts = List.copyOf(parts);
        this.boot = boot;
        this.clock = clock;
        this.part = part;
        this.rows = rows;
        this.times = times;
    }

    /// What an event is to those who count.
    record Seen(Companion.Kind kind, String what) {}

    /// Whether an event can accompany anything.
    static boolean counts(Events events, int row) {
        return switch (events.kind(row)) {
            case EXEC -> true;
            case CALL, RETURN, TRACEPOINT -> failed(events, row);
            case LOG -> events.text(Fields.IDENTIFIER, row) != null;
            case KERNEL, OUTPUT, FORK, EXIT, SIGNAL, PROBE, TRACER, TALLY, LOST, MARK, OTHER -> false;
        };
    }

    private static boolean failed(Events events, int row) {
        return name(events, row) != null && errno(events, row) > 0;
    }

    private static @Nullable String name(Events events, int row) {
        String call = events.text(Fields.CALL, row);
        return call == null ? events.text(Fields.PROBE, row) : call;
    }

    private static long errno(Events events, int row) {
        return events.number(Fields.ERRNO, row);
    }

    /// The artifact; of several the folder and their number.
    String artifact() {
        String path = parts.getFirst().artifact().path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return parts.size() == 1 ? path : (folder.isEmpty() ? path : folder) + " (" + parts.size() + " files)";
    }

    private Material.Part part(int index) {
        return parts.get(part[index]);
    }

    String boot() {
        return boot;
    }

    Clock clock() {
        return clock;
    }

    long first() {
        return times[0];
    }

    long last() {
        return times[times.length - 1];
    }

    /// Assumed where the artifact does not name the boot itself.
    Grade grade() {
        boolean names = part(0).events().text(Fields.BOOT, rows[0]) != null;
        return names || clock == Clock.REALTIME ? Grade.DERIVED : Grade.ASSUMED;
    }

    Time stamp(SessionClocks clocks) {
        return clocks.stamp(part(0).events(), rows[0]).orElse(new Time(Clock.NONE, 0, 0));
    }

    /// Index of the first event not before an instant.
    int from(long ns) {
        int found = Arrays.binarySearch(times, ns);
        while (found > 0 && times[found - 1] == ns) {
            found--;
        }
        return found < 0 ? -found - 1 : found;
    }

    int size() {
        return rows.length;
    }

    long time(int index) {
        return times[index];
    }

    whence.evidence.Span span(int index) {
        return part(index).span(rows[index]);
    }

    int task(int index) {
        return part(index).events().pid(rows[index]);
    }

    whence.evidence.Ref.Event event(int index) {
        return part(index).ref(rows[index]);
    }

    /// What an exec started, with its arguments.
    String command(int index) {
        int row = rows[index];
        return Command.of(part(index).text(row), part(index).events().text(Fields.COMM, row))
                .line();
    }

    Optional<Seen> seen(int index) {
        return seen.computeIfAbsent(index, this::read);
    }

    private Optional<Seen> read(int index) {
        Events events = part(index).events();
        int row = rows[index];
        EventKind kind = events.kind(row);
        if (kind == EventKind.LOG) {
            return Optional.ofNullable(events.text(Fields.IDENTIFIER, row))
                    .map(who -> new Seen(Companion.Kind.PROCESS, who));
        }
        if (failed(events, row)) {
            return Optional.of(new Seen(
                    Companion.Kind.FAILING_CALL,
                    name(events, row) + " = -" + events.errors().name((int) errno(events, row))));
        }
        return kind == EventKind.EXEC
                ? Optional.of(new Seen(
                        Companion.Kind.COMMAND,
                        Command.of(part(index).text(row), events.text(Fields.COMM, row))
                                .program()))
                : Optional.empty();
    }
}
