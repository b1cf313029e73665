package whence.app.view.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import whence.app.model.Capture;
import whence.app.model.Chart;
import whence.app.model.Code;
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
    private static final Pattern NUMBERED = Pattern.compile("\\[\\d+]");

    /// Reads it; not on the JavaFX thread.
    static Opened of(Ref.Event event, Capture capture) {
        Timeline timeline = capture.timeline();
        int at = timeline.indexOf(event);
        String summary = at < 0 ? "" : EventText.summary(timeline.events(at), timeline.row(at));
        boolean call = at >= 0 && timeline.events(at).kind(timeline.row(at)) == EventKind.CALL;
        boolean kernel = at >= 0 && timeline.events(at).kind(timeline.row(at)) == EventKind.KERNEL;
        return new Opened(
                summary,
                capture.text(event),
                kernel ? Optional.of(capture.code().printed(event)) : Optional.empty(),
                capture.spans(event),
                capture.charts(event),
                call ? named(capture.detail(event), capture.code()) : capture.detail(event));
    }

    /// A call with the names that the source gives to its arguments, where it is known: tracers number them.
    private static Detail named(Detail call, Code code) {
        List<Detail> parts = new ArrayList<>(call.children());
        int arguments = (int) parts.stream()
                .takeWhile(each -> NUMBERED.matcher(each.name()).matches())
                .count();
        List<String> names = arguments == 0 ? List.of() : code.parameters(call.name(), arguments);
        for (int i = 0; i < names.size(); i++) {
            Detail numbered = parts.get(i);
            parts.set(i, new Detail(names.get(i), numbered.value(), numbered.children()));
        }
        return new Detail(call.name(), call.value(), parts);
    }
}
