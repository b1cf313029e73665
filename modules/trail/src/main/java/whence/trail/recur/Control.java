package whence.trail.recur;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// Instants drawn at random where the line does not occur: what accompanies those too has nothing to do with
/// it.
final class Control {
    static final int DRAWS = 1000;
    private static final int TRIES = 20 * DRAWS;
    /// Any number will do; the same on every machine, since [Random] is specified to the bit.
    private static final long SEED = 0x5eed_1e55L;

    private Control() {}

    /// As many as [#DRAWS]; none where the occurrences leave no room.
    ///
    /// @param awayNs how far from each occurrence
    static List<Long> instants(long from, long to, List<Long> occurrences, long awayNs) {
        TreeSet<Long> sorted = new TreeSet<>(occurrences);
        Random random = new Random(SEED);
        List<Long> drawn = new ArrayList<>();
        for (int tries = 0; tries < TRIES && drawn.size() < DRAWS; tries++) {
            long instant = from + (long) (random.nextDouble() * (to - from));
            if (sorted.subSet(instant - awayNs, true, instant + awayNs, true).isEmpty()) {
                drawn.add(instant);
            }
        }
        return drawn.size() < DRAWS ? List.of() : drawn;
    }
}
