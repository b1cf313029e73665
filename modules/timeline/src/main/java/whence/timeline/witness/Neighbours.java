package whence.timeline.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whence.timeline.Events;

/// Finds what hidden records are where no clock says it: between the same two neighbours that both artifacts hold,
/// as many records of that length, and all of one text. Their distance in time from a neighbour has to agree within
/// two seconds, whatever clocks the artifacts use.
final class Neighbours {
    private static final long TWIN_NS = 2_000_000_000L;

    private final List<Events> artifacts;
    private final Keys keys;
    /// From a record to the one that stands for its event.
    private final Map<Long, Long> standing;

    Neighbours(List<Events> artifacts, Keys keys, Map<Long, Long> standing) {
        this.artifacts = artifacts;
        this.keys = keys;
        this.standing = standing;
    }

    /// A record that both artifacts hold.
    private record Shared(int hiding, int showing) {}

    /// Pairs of rows: one that `hiding` hides, one that `showing` shows.
    List<int[]> twins(Records hiding, Records showing) {
        Map<Long, Integer> shown = new HashMap<>();
        for (int i = 0; i < showing.count(); i++) {
            shown.putIfAbsent(event(showing, i), i);
        }
        List<Integer> open = new ArrayList<>();
        List<int[]> twins = new ArrayList<>();
        Shared before = new Shared(-1, -1);
        for (int i = 0; i < hiding.count(); i++) {
            Integer there = shown.get(event(hiding, i));
            if (there != null && there > before.showing()) {
                Shared after = new Shared(i, there);
                gap(hiding, showing, open, before, after, twins);
                open.clear();
                before = after;
            } else if (isHidden(hiding, i) && !standing.containsKey(hiding.event(i))) {
                open.add(i);
            }
        }
        gap(hiding, showing, open, before, new Shared(hiding.count(), showing.count()), twins);
        return twins;
    }

    private long event(Records records, int index) {
        long own = records.event(index);
        return standing.getOrDefault(own, own);
    }

    private boolean isHidden(Records records, int index) {
        return HiddenTexts.isHidden(artifacts.get(records.artifact()), records.row(index));
    }

    private void gap(
            Records hiding, Records showing, List<Integer> open, Shared before, Shared after, List<int[]> twins) {
        List<Integer> left = new ArrayList<>(open);
        while (!left.isEmpty()) {
            String wanted = wanted(hiding, left.getFirst());
            List<Integer> alike =
                    left.stream().filter(i -> wanted(hiding, i).equals(wanted)).toList();
            left.removeAll(alike);
            List<Integer> candidates = IntStream.range(before.showing() + 1, after.showing())
                    .filter(i -> wanted.equals(offered(showing, i)))
                    .boxed()
                    .toList();
            boolean one =
                    candidates.stream().map(i -> text(showing, i)).distinct().count() == 1;
            if (one && candidates.size() == alike.size()) {
                for (int i = 0; i < alike.size(); i++) {
                    if (near(hiding, showing, alike.get(i), candidates.get(i), before, after)) {
                        twins.add(new int[] {hiding.row(alike.get(i)), showing.row(candidates.get(i))});
                    }
                }
            }
        }
    }

    /// Sender and length of a hidden message.
    private String wanted(Records hiding, int index) {
        Events events = artifacts.get(hiding.artifact());
        int row = hiding.row(index);
        return RecordText.sender(events, row, "") + '\u0000' + events.number(HiddenTexts.BLOB, row);
    }

    private String offered(Records showing, int index) {
        String text = text(showing, index);
        return text.contains("\\x")
                ? RecordText.sender(artifacts.get(showing.artifact()), showing.row(index), text)
                        + '\u0000'
                        + HiddenTexts.unescapedLength(text)
                : "";
    }

    private String text(Records records, int index) {
        return keys.text(artifacts.get(records.artifact()), records.row(index));
    }

    private boolean near(Records hiding, Records showing, int hidden, int shown, Shared before, Shared after) {
        return apart(hiding, showing, hidden, shown, before) || apart(hiding, showing, hidden, shown, after);
    }

    /// Whether both records are as far from a neighbour that both artifacts hold.
    private boolean apart(Records hiding, Records showing, int hidden, int shown, Shared neighbour) {
        if (neighbour.hiding() < 0 || neighbour.hiding() >= hiding.count()) {
            return false;
        }
        long here = time(hiding, hidden) - time(hiding, neighbour.hiding());
        long there = time(showing, shown) - time(showing, neighbour.showing());
        return Math.abs(here - there) <= TWIN_NS;
    }

    private long time(Records records, int index) {
        long ns = artifacts.get(records.artifact()).timeNs(records.row(index));
        return ns == Events.NO_TIME ? 0 : ns;
    }
}
