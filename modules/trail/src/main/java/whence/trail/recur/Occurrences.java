package whence.trail.recur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whence.evidence.Clock;
import whence.evidence.Grade;
import whence.trail.lead.line.Folded;
import whence.trail.lead.line.LogLine;
import whence.trail.link.CommonClock;
import whence.trail.link.CommonClock.Placed;

/// The occurrences of a line on one clock of one boot, as far as they can be placed there.
///
/// @param instants ascending, nanoseconds
/// @param errorNs the largest of their errors
/// @param grade of the weakest placement
record Occurrences(List<Long> instants, long errorNs, Grade grade) {

    /// By the witness of each that the clocks place best.
    static Occurrences on(Clock clock, String boot, Folded line, CommonClock clocks) {
        List<Long> instants = new ArrayList<>();
        long error = 0;
        Grade grade = Grade.OBSERVED;
        for (Folded.Occurrence occurrence : line.occurrences()) {
            List<LogLine> here = occurrence.witnesses().stream()
                    .filter(w ->
                            clocks.clocks().boot(w.part().events(), w.row()).equals(boot))
                    .toList();
            Optional<Placed> best = best(here, true, clock, clocks).or(() -> best(here, false, clock, clocks));
            if (best.isPresent()) {
                instants.add(best.get().time().ns());
                error = Math.max(error, best.get().time().errorNs());
                grade = grade.and(best.get().grade());
            }
        }
        instants.sort(null);
        return new Occurrences(List.copyOf(instants), error, grade);
    }

    /// What dmesg makes of a stamp (`-T`, `--time-format iso`) is off by as much as the clock was set or the
    /// machine slept since, so records that carry printk's own stamp go first.
    private static Optional<Placed> best(List<LogLine> witnesses, boolean stamped, Clock clock, CommonClock clocks) {
        return witnesses.stream()
                .filter(w -> stamped == (w.printkNs() != LogLine.UNKNOWN))
                .flatMap(w -> clocks.place(w.part().events(), w.row(), clock).stream())
                .min(Comparator.comparing(Placed::grade)
                        .thenComparingLong(p -> p.time().errorNs()));
    }

    /// The middle of the distances between neighbours; 0 for fewer than two.
    long distanceNs() {
        long[] distances = new long[Math.max(0, instants.size() - 1)];
        Arrays.setAll(distances, i -> instants.get(i + 1) - instants.get(i));
        Arrays.sort(distances);
        return distances.length == 0 ? 0 : distances[distances.length / 2];
    }
}
