package whence.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import whence.app.model.Capture;
import whence.app.rows.RowTick;
import whence.bytes.Watch;
import whence.evidence.Span;
import whence.timeline.Timeline;

/// The marks beside the scroll bar: the first failed event of each stretch that the bar can tell apart, and the trail's
/// evidence.
final class Ticks {
    private static final int STRETCHES = 400;

    private Ticks() {}

    static List<RowTick> of(EventRows rows, Capture capture, List<Span> evidence, Watch watch) {
        List<RowTick> found = errors(rows, capture.timeline(), watch);
        for (Span span : evidence) {
            capture.eventAt(span)
                    .map(e -> rows.rowOf(capture.timeline().indexOf(e)))
                    .filter(r -> r >= 0)
                    .ifPresent(r -> found.add(new RowTick(r, RowTick.Kind.EVIDENCE)));
        }
        return List.copyOf(found);
    }

    private static List<RowTick> errors(EventRows rows, Timeline timeline, Watch watch) {
        List<RowTick> found = new ArrayList<>();
        long stretch = Math.max(1, (rows.count() + STRETCHES - 1) / STRETCHES);
        long r = 0;
        while (r < rows.count()) {
            watch.check();
            int at = rows.position(r);
            if (EventRows.failed(timeline.events(at), timeline.row(at))) {
                found.add(new RowTick(r, RowTick.Kind.ERROR));
                r = (r / stretch + 1) * stretch;
            } else {
                r++;
            }
        }
        return found;
    }
}
