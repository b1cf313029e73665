package whence.timeline.dating;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Placement;
import whence.timeline.Texts;
import whence.timeline.clock.SessionClocks;

/// Finds the dates of artifacts that write none from what they share with those that do: strace's times of day, syslog
/// without a year, local times without a zone. Never a guess: where two dates fit, they stay open.
public final class DateSearch {
    private final List<Events> artifacts;
    private final Texts texts;
    private final SessionClocks clocks;
    private final Function<String, Known> known;
    private final Instants instants;
    private final Watch watch;

    private DateSearch(
            List<Events> artifacts, Texts texts, SessionClocks clocks, Function<String, Known> known, Watch watch) {
        this.artifacts = artifacts;
        this.texts = texts;
        this.clocks = clocks;
        this.known = known;
        this.instants = new Instants(clocks, watch);
        this.watch = watch;
    }

    /// What can be said of each artifact with open stamps, in the order of the artifacts.
    ///
    /// @param known what is known beforehand of an artifact's stamps, by its path
    public static List<Dating> of(
            List<Events> artifacts, Texts texts, SessionClocks clocks, Function<String, Known> known, Watch watch) {
        DateSearch search = new DateSearch(artifacts, texts, clocks, known, watch);
        return artifacts.stream()
                .flatMap(events -> OpenStamps.of(events).stream())
                .map(search::shared)
                .toList();
    }

    private Dating shared(OpenStamps stamps) {
        Events open = stamps.events();
        Fitting fitting = new Fitting(stamps, known.apply(open.artifact()));
        Twins twins = new Twins(stamps, fitting, texts);
        Lives lives = new Lives(stamps, fitting, texts);
        for (Events other : artifacts) {
            watch.check();
            boolean own = other.artifact().equals(open.artifact());
            if (!own && (twins.mayBeIn(other) || lives.mayBeIn(other))) {
                long[] when = instants.of(other);
                twins.look(other, when);
                lives.look(other, when);
            }
        }
        Collection<Clue> clues = new ArrayList<>(twins.clues());
        clues.addAll(lives.clues());
        clues.addAll(Counts.clues(stamps, fitting, clocks));
        return new Ballot(stamps, twins.sampled(), clues).result();
    }

    /// The same, where for what stays open the only day (or year) is assumed on which its times meet the others'.
    ///
    /// @param found what the artifacts that were dated by shared events turned out to be
    public static List<Dating> assumed(
            List<Events> artifacts,
            List<Dating> open,
            Collection<Dates> found,
            SessionClocks clocks,
            Function<String, Known> known,
            Watch watch) {
        if (found.isEmpty()
                && open.stream().noneMatch(one -> known.apply(one.artifact()).zone() != null)) {
            return open;
        }
        Instants instants = new Instants(clocks, watch);
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Events events : artifacts) {
            for (long when : instants.of(events)) {
                first = when == Events.NO_TIME ? first : Math.min(first, when);
                last = Math.max(last, when);
            }
        }
        OnlyDay only = new OnlyDay(first, last);
        List<Dating> all = new ArrayList<>();
        for (Dating dating : open) {
            Known of = known.apply(dating.artifact());
            Set<ZoneOffset> offsets = offsets(of, found, first);
            all.add(artifacts.stream()
                    .filter(events -> events.artifact().equals(dating.artifact()))
                    .flatMap(events -> OpenStamps.of(events).stream())
                    .flatMap(stamps -> only.of(stamps, of, offsets).stream())
                    .findFirst()
                    .orElse(dating));
        }
        return all;
    }

    private static Set<ZoneOffset> offsets(Known known, Collection<Dates> found, long first) {
        Set<ZoneOffset> offsets = new TreeSet<>();
        if (known.zone() != null && first != Long.MAX_VALUE) {
            offsets.add(known.zone().getRules().getOffset(Instant.ofEpochSecond(Math.floorDiv(first, 1_000_000_000L))));
        } else {
            found.forEach(dates -> offsets.add(dates.offset()));
            if (offsets.size() > 1) {
                // Tools print UTC when asked to; local time is what the others agree on.
                offsets.remove(ZoneOffset.UTC);
            }
        }
        return offsets;
    }

    /// Places events as `joined` does, and open ones where their artifact's dates are assumed.
    public static Placement placement(Placement joined, List<Events> artifacts, Map<String, Dates> assumed) {
        if (assumed.isEmpty()) {
            return joined;
        }
        Map<String, OpenStamps> stamps = new java.util.HashMap<>();
        artifacts.stream()
                .filter(events -> assumed.containsKey(events.artifact()))
                .forEach(events -> OpenStamps.of(events).ifPresent(open -> stamps.put(events.artifact(), open)));
        return (events, row) -> {
            OpenStamps open = stamps.get(events.artifact());
            Dates dates = assumed.get(events.artifact());
            return open != null && dates != null && open.open(row)
                    ? open.instant(row, dates)
                    : joined.place(events, row);
        };
    }
}
