package whence.trail.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whence.evidence.Time;

/// The rhythm in which something recurs: "every 5 min 4 s, 23 times".
///
/// @param periodNs the middle of the distances
/// @param count occurrences
record Rhythm(long periodNs, int count) {
    private static final int FEWEST = 4;
    private static final long SECOND = 1_000_000_000L;

    /// The rhythm of these instants; empty for fewer than four, and where a distance is more than a tenth off the
    /// middle one.
    static Optional<Rhythm> of(List<Long> instants) {
        if (instants.size() < FEWEST) {
            return Optional.empty();
        }
        long[] distances = new long[instants.size() - 1];
        Arrays.setAll(distances, i -> instants.get(i + 1) - instants.get(i));
        Arrays.sort(distances);
        long middle = distances[distances.length / 2];
        long off = middle / 10;
        return middle > 0 && distances[0] >= middle - off && distances[distances.length - 1] <= middle + off
                ? Optional.of(new Rhythm(middle, instants.size()))
                : Optional.empty();
    }

    /// The rhythm of these times in brackets, to stand behind a title; empty where there is none.
    static String words(List<Time> times) {
        return of(times.stream().map(Time::ns).toList())
                .map(rhythm -> " (" + rhythm + ")")
                .orElse("");
    }

    @Override
    public String toString() {
        return "every " + words(periodNs) + ", " + count + " times";
    }

    private static String words(long ns) {
        if (ns < SECOND) {
            return String.format(Locale.ROOT, "%.3f s", ns / (double) SECOND);
        }
        long seconds = (ns + SECOND / 2) / SECOND;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
