package whence.timeline.dating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.clock.SessionClocks;

/// Counts since boot that a trace writes beside its times of day. The journal ties CLOCK_MONOTONIC to real time; read
/// as such, a count gives the very seconds that the time of day shows, unless the machine was suspended meanwhile: then
/// they differ by that time, and nothing fits.
final class Counts {
    private static final int MOST = 32;

    private Counts() {}

    static Collection<Clue> clues(OpenStamps stamps, Fitting fitting, SessionClocks clocks) {
        List<Clue> clues = new ArrayList<>();
        Events events = stamps.events();
        int step = Math.max(1, (stamps.last() - stamps.first()) / MOST);
        for (int row = stamps.first(); stamps.gap() == Gap.BESIDE && row <= stamps.last(); row += step) {
            Optional<Time> instant = stamps.open(row) ? instant(events, row, clocks) : Optional.empty();
            if (instant.isPresent()) {
                HashSet<Dates> fits =
                        new HashSet<>(fitting.at(row, instant.get().ns()));
                if (fits.isEmpty()) {
                    return List.of();
                }
                clues.add(new Clue(Clue.Kind.CLOCK, events.artifact(), fits, List.of(events.span(row))));
            }
        }
        return clues;
    }

    private static Optional<Time> instant(Events events, int row, SessionClocks clocks) {
        Clock clock = events.clock(row);
        boolean counts = clock == Clock.BOOTTIME || clock == Clock.MONOTONIC;
        Time count = new Time(Clock.MONOTONIC, events.timeNs(row), 0);
        return counts && events.timeNs(row) != Events.NO_TIME
                ? clocks.clocks().convert(clocks.boot(events, row), count, Clock.REALTIME)
                : Optional.empty();
    }
}
