package whence.trail.recur;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.trail.Companion;
import whence.trail.Step;
import whence.trail.lead.line.Folded;
import whence.trail.link.CommonClock;
import whence.trail.read.Material;

/// Who may have brought a line about that does not recur often enough to count: the programs that started shortly
/// before it. Nearness is no cause, so none of them is chosen.
public final class Starters {
    private static final int MOST = 8;

    private final CommonClock clocks;
    private final List<Track> tracks;

    public Starters(Material material) {
        this.clocks = new CommonClock(material);
        this.tracks = Tracks.of(material, clocks.clocks(), Watch.NONE);
    }

    /// One start near one occurrence.
    private record Start(int task, String command, long beforeNs, long errorNs, Span span, Ref.Event event) {
        String when() {
            return beforeNs < errorNs
                    ? String.format(
                            Locale.ROOT, "it started when the line was printed, give or take %.3f s", errorNs / 1e9)
                    : String.format(Locale.ROOT, "it started %.3f s before the line", beforeNs / 1e9);
        }
    }

    /// The programs as candidates of a step; empty where none is known to have started there, and for a line that
    /// recurs, see [Companions].
    public Optional<Step> before(Folded line) {
        if (line.occurrences().size() >= Companions.FEWEST) {
            return Optional.empty();
        }
        Map<String, Start> nearest = new LinkedHashMap<>();
        for (Track track : tracks) {
            if (track.clock() != Clock.NONE) {
                near(track, Occurrences.on(track.clock(), track.boot(), line, clocks))
                        .forEach(start -> nearest.merge(start.task() + " " + start.command(), start, Starters::nearer));
            }
        }
        List<Start> starts = nearest.values().stream()
                .sorted(Comparator.comparingLong(Start::beforeNs)
                        .thenComparingInt(Start::task)
                        .thenComparing(Start::command))
                .limit(MOST)
                .toList();
        return starts.isEmpty() ? Optional.empty() : Optional.of(step(starts));
    }

    private static Start nearer(Start one, Start other) {
        return one.beforeNs() <= other.beforeNs() ? one : other;
    }

    private List<Start> near(Track track, Occurrences placed) {
        long error = placed.errorNs() + track.stamp(clocks.clocks()).errorNs();
        List<Start> starts = new ArrayList<>();
        if (error > Companions.BEFORE_NS) {
            return starts;
        }
        for (long ns : placed.instants()) {
            for (int i = track.from(ns - Companions.BEFORE_NS - error);
                    i < track.size() && track.time(i) <= ns + error;
                    i++) {
                if (track.seen(i)
                        .filter(s -> s.kind() == Companion.Kind.COMMAND)
                        .isPresent()) {
                    long before = Math.max(0, ns - track.time(i));
                    starts.add(
                            new Start(track.task(i), track.command(i), before, error, track.span(i), track.event(i)));
                }
            }
        }
        return starts;
    }

    private static Step step(List<Start> starts) {
        List<Step.Candidate> candidates = starts.stream()
                .map(start -> new Step.Candidate(
                        "exec:" + start.span(),
                        start.command() + " (task " + start.task() + ")",
                        start.when(),
                        Grade.ASSUMED,
                        List.of(start.span()),
                        start.event()))
                .toList();
        return new Step(
                Step.Kind.CALL,
                "Perhaps one of the programs that started just before: "
                        + starts.stream()
                                .map(Start::command)
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining(", "))
                        + (starts.stream().map(Start::command).distinct().count() > 3 ? " …" : ""),
                "No traced call is known to have printed the line. These programs started in the two seconds before it;"
                        + " that one of them led to it is a guess, and one that ran longer is not among them.",
                Grade.ASSUMED,
                starts.stream().map(Start::span).toList(),
                null,
                candidates,
                starts.getFirst().event());
    }
}
