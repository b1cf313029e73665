package whence.trail.recur;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.evidence.Span;
import whence.trail.recur.Track.Seen;

/// The events of a track near an instant.
///
/// @param beforeNs how long before it something may have begun that has to do with it
/// @param afterNs how long after it something may be noted
record Around(Track track, long beforeNs, long afterNs) {

    /// What is seen there, each with its first event.
    Map<Seen, Span> at(long ns) {
        Map<Seen, Span> found = new HashMap<>();
        for (int i = track.from(ns - beforeNs); i < track.size() && track.time(i) <= ns + afterNs; i++) {
            int index = i;
            track.seen(i).ifPresent(seen -> found.putIfAbsent(seen, track.span(index)));
        }
        return found;
    }

    boolean reaches(long ns) {
        return ns + afterNs >= track.first() && ns - beforeNs <= track.last();
    }

    /// How many of these instants each of the wanted things accompanies.
    Map<Seen, Integer> counts(List<Long> instants, Set<Seen> wanted) {
        Map<Seen, Integer> counts = new HashMap<>();
        instants.forEach(ns -> among(wanted, ns).forEach(seen -> counts.merge(seen, 1, Integer::sum)));
        return counts;
    }

    private Set<Seen> among(Set<Seen> wanted, long ns) {
        Set<Seen> found = new HashSet<>();
        for (int i = track.from(ns - beforeNs);
                i < track.size() && track.time(i) <= ns + afterNs && found.size() < wanted.size();
                i++) {
            track.seen(i).filter(wanted::contains).ifPresent(found::add);
        }
        return found;
    }
}
