package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.bytes.Watch;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Texts;

/// Anchors from events that two artifacts hold, each with a clock of its own: a line of the kernel log, an exec.
/// Artifacts of several boots give none, since none of them says which it belongs to.
public final class TwinAnchors {
    private TwinAnchors() {}

    /// What joins clocks that `clocks` does not join.
    public static List<Anchor> of(Collection<Events> artifacts, Texts texts, SessionClocks clocks, Watch watch) {
        Set<String> boots = new HashSet<>();
        for (Events events : artifacts) {
            if (events.column(Fields.BOOT) instanceof Column.Texts column) {
                boots.addAll(column.dictionary());
            }
        }
        if (boots.size() > 1) {
            return List.of();
        }
        List<Anchor> anchors = new ArrayList<>(new LineTwins(clocks, texts, watch).anchors(artifacts));
        anchors.addAll(new ExecTwins(clocks, texts, watch).anchors(artifacts, !boots.isEmpty()));
        return anchors;
    }
}
