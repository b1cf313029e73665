package whence.trail.recur;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.trail.Accompanied;
import whence.trail.Companion;
import whence.trail.lead.line.Folded;
import whence.trail.link.CommonClock;
import whence.trail.read.Material;
import whence.trail.recur.Track.Seen;

/// Which programs started, calls failed and processes logged around every occurrence of a recurring line and around
/// hardly any other instant.
///
/// A recording (an artifact, or the files that a log was rotated through) is laid beside the line where it covers
/// enough occurrences of one boot on a clock that is joined
/// with the log's closely enough. Around each occurrence it is noted what is there, from [#BEFORE_NS] before it to
/// [#AFTER_NS] after it, wider by the clocks' errors; the same around instants drawn at random from the same span,
/// away from the occurrences. What is there nearly every time, but at chance seldom, is named.
public final class Companions {
    /// Fewer occurrences say nothing.
    public static final int FEWEST = 4;
    /// A program starts so long before what it leads to, at most: what a busy machine takes to load it.
    static final long BEFORE_NS = 2_000_000_000L;
    /// Returns and complaints come so long after, at most.
    private static final long AFTER_NS = 500_000_000L;
    /// The window stays below this part of the distance between occurrences.
    private static final int PART = 4;
    private static final double MOST_BY_CHANCE = 0.1;
    private static final double SURPRISING = 0.01;
    private static final int MOST = 6;

    private final List<Track> tracks;
    private final CommonClock clocks;

    /// Goes over all events once.
    public Companions(Material material, Watch watch) {
        this.clocks = new CommonClock(material);
        this.tracks = Tracks.of(material, clocks.clocks(), watch);
    }

    /// What accompanies a line; nothing for one that does not recur.
    public Accompanied of(Folded line) {
        if (line.occurrences().size() < FEWEST) {
            return Accompanied.NONE;
        }
        Map<Seen, Companion> best = new HashMap<>();
        Map<String, Set<String>> reasons = new TreeMap<>();
        for (Track track : tracks) {
            String reason = compare(track, line, best);
            if (!reason.isEmpty()) {
                reasons.computeIfAbsent(reason, r -> new TreeSet<>()).add(track.artifact());
            }
        }
        List<Companion> named = best.values().stream()
                .sorted(Comparator.comparingDouble((Companion c) -> -c.lift() * c.support())
                        .thenComparing(Companion::kind)
                        .thenComparing(Companion::what))
                .limit(MOST)
                .toList();
        return new Accompanied(named, sentences(reasons));
    }

    /// Adds what stands out; gives the reason where the two cannot be compared.
    private String compare(Track track, Folded line, Map<Seen, Companion> best) {
        if (track.clock() == Clock.NONE) {
            return "stamps without a date or zone";
        }
        Occurrences placed = Occurrences.on(track.clock(), track.boot(), line, clocks);
        if (placed.instants().isEmpty()) {
            return "no boot or clock in common with the line";
        }
        long error = placed.errorNs() + track.stamp(clocks.clocks()).errorNs();
        long most = placed.distanceNs() / PART;
        if (error > most) {
            return String.format(
                    Locale.ROOT,
                    "clocks joined to %.1f s only, the occurrences being %.1f s apart",
                    error / 1e9,
                    placed.distanceNs() / 1e9);
        }
        Around around = new Around(track, Math.min(most, BEFORE_NS + error), Math.min(most, AFTER_NS + error));
        List<Long> covered = placed.instants().stream().filter(around::reaches).toList();
        if (covered.size() < FEWEST) {
            return "fewer than " + FEWEST + " occurrences covered";
        }
        standingOut(around, covered, placed, best);
        return "";
    }

    private static void standingOut(Around around, List<Long> covered, Occurrences placed, Map<Seen, Companion> best) {
        Map<Seen, Integer> support = new HashMap<>();
        Map<Seen, Span> first = new HashMap<>();
        for (long ns : covered) {
            around.at(ns).forEach((seen, span) -> {
                support.merge(seen, 1, Integer::sum);
                first.putIfAbsent(seen, span);
            });
        }
        int tried = support.size();
        support.values().removeIf(n -> n < covered.size() - covered.size() / 10);
        List<Long> control = support.isEmpty() ? List.of() : control(around, covered, placed.distanceNs());
        Map<Seen, Integer> chance = around.counts(control, support.keySet());
        first.keySet().retainAll(support.keySet());
        Grade grade = Grade.DERIVED.and(placed.grade()).and(around.track().grade());
        first.forEach((seen, span) -> {
            double p = (chance.getOrDefault(seen, 0) + 1.0) / (control.size() + 1.0);
            int near = support.getOrDefault(seen, 0);
            if (p <= MOST_BY_CHANCE && Chance.atLeast(near, covered.size(), p) * tried <= SURPRISING) {
                best.merge(seen, companion(seen, near, covered.size(), p, grade, span), Companions::better);
            }
        });
    }

    private static List<Long> control(Around around, List<Long> covered, long distance) {
        return Control.instants(
                Math.max(around.track().first(), covered.getFirst() - distance),
                Math.min(around.track().last(), covered.getLast() + distance),
                covered,
                around.beforeNs() + around.afterNs());
    }

    private static Companion companion(Seen seen, int near, int of, double p, Grade grade, Span span) {
        return new Companion(seen.kind(), seen.what(), near, of, p * of, near / (p * of), grade, span);
    }

    private static Companion better(Companion one, Companion other) {
        return Comparator.comparingInt(Companion::of)
                                .thenComparingDouble(Companion::lift)
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static List<String> sentences(Map<String, Set<String>> reasons) {
        return reasons.entrySet().stream()
                .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
                .toList();
    }
}
