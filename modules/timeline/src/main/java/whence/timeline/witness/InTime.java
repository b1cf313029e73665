package whence.timeline.witness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Pairs the records of one text that two logs hold, by their times, where the logs do not hold it equally often.
///
/// Two are one event where nothing else is nearly as near to either; else those of about one time are paired in order
/// where either log has as many of them. What may be the one or the other stays apart.
final class InTime {
    /// How much nearer than the next a record has to be.
    private static final int CLEARLY = 3;

    private final NavigableSet<Occurrence> left = new TreeSet<>(Occurrence.IN_TIME);
    private final NavigableSet<Occurrence> open = new TreeSet<>(Occurrence.IN_TIME);
    private final long toleranceNs;
    private final List<Pair> pairs = new ArrayList<>();

    record Pair(Occurrence one, Occurrence other) {}

    InTime(List<Occurrence> left, List<Occurrence> open, long toleranceNs) {
        this.left.addAll(left);
        this.open.addAll(open);
        this.toleranceNs = toleranceNs;
    }

    List<Pair> pairs() {
        for (Occurrence one : List.copyOf(left)) {
            Optional<Occurrence> other = nearest(one, open);
            if (other.isPresent() && nearest(other.get(), left).equals(Optional.of(one))) {
                pair(one, other.get());
            }
        }
        List<Occurrence> together = new ArrayList<>();
        for (Occurrence one : inTime()) {
            if (!together.isEmpty() && !one.near(together.getLast(), toleranceNs)) {
                inOrder(together);
                together.clear();
            }
            together.add(one);
        }
        inOrder(together);
        return pairs;
    }

    /// The record that is clearly the nearest; empty where there is none, or another is nearly as near.
    private Optional<Occurrence> nearest(Occurrence one, NavigableSet<Occurrence> others) {
        Stream<Occurrence> before =
                others.headSet(one, false).descendingSet().stream().limit(2);
        Stream<Occurrence> behind = others.tailSet(one, false).stream().limit(2);
        List<Occurrence> near = Stream.concat(before, behind)
                .filter(other -> one.near(other, toleranceNs))
                .sorted(Comparator.comparingLong(one::apart))
                .limit(2)
                .toList();
        boolean clear = near.size() == 1
                || (near.size() == 2
                        && near.getFirst().apart(one) * CLEARLY < near.getLast().apart(one));
        return clear ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private List<Occurrence> inTime() {
        List<Occurrence> all = new ArrayList<>(left);
        all.addAll(open);
        all.sort(Occurrence.IN_TIME);
        return all;
    }

    private void inOrder(List<Occurrence> together) {
        List<Occurrence> ones = together.stream().filter(left::contains).toList();
        List<Occurrence> others = together.stream().filter(open::contains).toList();
        for (int i = 0; ones.size() == others.size() && i < ones.size(); i++) {
            if (ones.get(i).near(others.get(i), toleranceNs)) {
                pair(ones.get(i), others.get(i));
            }
        }
    }

    private void pair(Occurrence one, Occurrence other) {
        pairs.add(new Pair(one, other));
        left.remove(one);
        open.remove(other);
    }
}
