package whence.app.view.call;

import java.util.List;
import java.util.Optional;
import whence.app.model.Capture;
import whence.app.model.Chart;
import whence.app.model.EventText;
import whence.app.model.Printed;
import whence.evidence.EventKind;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Timeline;

/// Everything the details show of one event.
///
/// @param summary kind, task and result
/// @param text the event as lists show it
/// @param printed what can have printed a line of the kernel's; absent for other events
/// @param spans where it stands: an interrupted call in two places
/// @param charts what a tracer gathered
record Opened(
        String summary, String text, Optional<Printed> printed, List<Span> spans, List<Chart> charts, Detail detail) {
    /// Reads it; not on the JavaFX thread.
    static Opened of(Ref.Event event, Capture capture) {
        Timeline timeline = capture.timeline();
        int at = timeline.indexOf(event);
        String summary = at < 0 ? "" : EventText.summary(timeline.events(at), timeline.row(at));
        boolean kernel = at >= 0 && timeline.events(at).kind(timeline.row(at)) == EventKind.KERNEL;
        return new Opened(
                summary,
                capture.text(event),
                kernel ? Optional.of(capture.code().printed(event)) : Optional.empty(),
                capture.spans(event),
                capture.charts(event),
                capture.detail(event));
    }
}
