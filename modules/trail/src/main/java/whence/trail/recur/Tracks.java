package whence.trail.recur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.clock.SessionClocks;
import whence.trail.read.Material;

/// All tracks of a session: one for each recording, boot and clock. What is kept in several files is one recording:
/// the journal files of a folder, and a log with its rotated predecessors (`kern.log`, `kern.log.1`,
/// `kern.log-20261121`), or what strace wrote for each task
/// (`strace.out.423`).
final class Tracks {
    private static final Pattern ROTATED = Pattern.compile("([.-]\\d{1,8}(-\\d+)?)?(\\.(gz|xz|bz2|zst))?$");

    private final SessionClocks clocks;

    private Tracks(SessionClocks clocks) {
        this.clocks = clocks;
    }

    private static String recording(Material.Part part) {
        String path = part.artifact().path();
        return part.reader().format().equals("journal")
                ? "journal " + path.substring(0, path.lastIndexOf('/') + 1)
                : ROTATED.matcher(path).replaceFirst("");
    }

    private record Place(String boot, Clock clock) {}

    /// Rows that count, of one part.
    private record Rows(Material.Part part, List<Integer> rows) {
        long first() {
            return part.events().timeNs(rows.getFirst());
        }
    }

    /// Goes over all events once.
    static List<Track> of(Material material, SessionClocks clocks, Watch watch) {
        Map<String, List<Material.Part>> recordings = new LinkedHashMap<>();
        for (Material.Part part : material.parts()) {
            recordings.computeIfAbsent(recording(part), r -> new ArrayList<>()).add(part);
        }
        List<Track> all = new ArrayList<>();
        for (List<Material.Part> parts : recordings.values()) {
            watch.check();
            new Tracks(clocks).add(parts, all);
        }
        return all;
    }

    private void add(List<Material.Part> parts, List<Track> all) {
        Map<Place, List<Rows>> places = new LinkedHashMap<>();
        for (Material.Part part : parts) {
            rows(part)
                    .forEach((place, rows) -> places.computeIfAbsent(place, p -> new ArrayList<>())
                            .add(new Rows(part, rows)));
        }
        places.forEach((place, rows) -> all.add(track(place, rows)));
    }

    private Map<Place, List<Integer>> rows(Material.Part part) {
        Events events = part.events();
        Map<Place, List<Integer>> places = new LinkedHashMap<>();
        for (int row = 0; row < events.count(); row++) {
            if (Track.counts(events, row)) {
                // A stamp that leaves its date open is none.
                Clock clock = clocks.stamp(events, row).map(Time::clock).orElse(Clock.NONE);
                places.computeIfAbsent(new Place(clocks.boot(events, row), clock), p -> new ArrayList<>())
                        .add(row);
            }
        }
        return places;
    }

    private static Track track(Place place, List<Rows> all) {
        List<Rows> ordered =
                all.stream().sorted(Comparator.comparingLong(Rows::first)).toList();
        int count = ordered.stream().mapToInt(r -> r.rows().size()).sum();
        int[] parts = new int[count];
        int[] rows = new int[count];
        long[] times = new long[count];
        int at = 0;
        for (int part = 0; part < ordered.size(); part++) {
            for (int row : ordered.get(part).rows()) {
                parts[at] = part;
                rows[at] = row;
                times[at++] = ordered.get(part).part().events().timeNs(row);
            }
        }
        int[] order = order(times);
        return new Track(
                ordered.stream().map(Rows::part).toList(),
                place.boot,
                place.clock,
                Arrays.stream(order).map(i -> parts[i]).toArray(),
                Arrays.stream(order).map(i -> rows[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> times[i]).toArray());
    }

    private static int[] order(long[] times) {
        boolean ascending = IntStream.range(1, times.length).allMatch(i -> times[i] >= times[i - 1]);
        IntStream all = IntStream.range(0, times.length);
        return ascending
                ? all.toArray()
                : all.boxed()
                        .sorted(Comparator.comparingLong(i -> times[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
