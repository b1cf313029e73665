package whence.trail.recur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.evidence.Time;
import whence.timeline.Errno;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.clock.SessionClocks;
import whence.timeline.process.Command;
import whence.trail.Companion;
import whence.trail.read.Material;

/// The events of one artifact, boot and clock that can accompany a line, in order of time: programs started, calls
/// that failed, messages of processes.
final class Track {
    private final Material.Part part;
    private final String boot;
    private final Clock clock;
    private final int[] rows;
    private final long[] times;

    private Track(Material.Part part, String boot, Clock clock, int[] rows) {
        this.part = part;
        this.boot = boot;
        this.clock = clock;
        this.rows = rows;
        this.times = Arrays.stream(rows).mapToLong(part.events()::timeNs).toArray();
    }

    /// What an event is to those who count.
    record Seen(Companion.Kind kind, String what) {}

    private record Place(String boot, Clock clock) {}

    /// One for each boot and clock of the artifact.
    static List<Track> of(Material.Part part, SessionClocks clocks) {
        Events events = part.events();
        Map<Place, IntStream.Builder> places = new LinkedHashMap<>();
        for (int row = 0; row < events.count(); row++) {
            if (counts(events, row)) {
                places.computeIfAbsent(
                                new Place(clocks.boot(events, row), clock(events, row, clocks)),
                                p -> IntStream.builder())
                        .add(row);
            }
        }
        List<Track> tracks = new ArrayList<>();
        places.forEach((place, rows) -> tracks.add(new Track(
                part, place.boot, place.clock, inTime(events, rows.build().toArray()))));
        return tracks;
    }

    /// A stamp that leaves its date open is none.
    private static Clock clock(Events events, int row, SessionClocks clocks) {
        return clocks.stamp(events, row).map(Time::clock).orElse(Clock.NONE);
    }

    private static int[] inTime(Events events, int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (events.timeNs(rows[i]) < events.timeNs(rows[i - 1])) {
                return Arrays.stream(rows)
                        .boxed()
                        .sorted(java.util.Comparator.comparingLong(events::timeNs))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return rows;
    }

    private static boolean counts(Events events, int row) {
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

    String artifact() {
        return part.artifact().path();
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
        boolean names = part.events().text(Fields.BOOT, rows[0]) != null;
        return names || clock == Clock.REALTIME ? Grade.DERIVED : Grade.ASSUMED;
    }

    Time stamp(SessionClocks clocks) {
        return clocks.stamp(part.events(), rows[0]).orElse(new Time(Clock.NONE, 0, 0));
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
        return part.span(rows[index]);
    }

    int task(int index) {
        return part.events().pid(rows[index]);
    }

    whence.evidence.Ref.Event event(int index) {
        return part.ref(rows[index]);
    }

    /// What an exec started, with its arguments.
    String command(int index) {
        int row = rows[index];
        return Command.of(part.text(row), part.events().text(Fields.COMM, row)).line();
    }

    Optional<Seen> seen(int index) {
        Events events = part.events();
        int row = rows[index];
        EventKind kind = events.kind(row);
        if (kind == EventKind.LOG) {
            return Optional.ofNullable(events.text(Fields.IDENTIFIER, row))
                    .map(who -> new Seen(Companion.Kind.PROCESS, who));
        }
        if (failed(events, row)) {
            return Optional.of(new Seen(
                    Companion.Kind.FAILING_CALL, name(events, row) + " = -" + Errno.name((int) errno(events, row))));
        }
        return kind == EventKind.EXEC
                ? Optional.of(new Seen(
                        Companion.Kind.COMMAND,
                        Command.of(part.text(row), events.text(Fields.COMM, row))
                                .program()))
                : Optional.empty();
    }
}
