package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import whence.bytes.Watch;
import whence.timeline.Events;
import whence.timeline.Texts;

/// Anchors from events that two artifacts hold, each with a clock of its own: a line of the kernel log, an exec.
/// Traces of several boots give none, since none of them says which it belongs to.
public final class TwinAnchors {
    private TwinAnchors() {}

    /// What joins clocks that `clocks` does not join.
    public static List<Anchor> of(Collection<Events> artifacts, Texts texts, SessionClocks clocks, Watch watch) {
        List<Anchor> anchors = new ArrayList<>(new LineTwins(clocks, texts, watch).anchors(artifacts));
        if (clocks.boots().size() < 2) {
            anchors.addAll(new ExecTwins(clocks, texts, watch)
                    .anchors(artifacts, !clocks.boots().isEmpty()));
        }
        return anchors;
    }
}
