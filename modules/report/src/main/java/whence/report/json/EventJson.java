package whence.report.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Clock;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Field;
import whence.timeline.Timeline;
import whence.timeline.clock.Resolution;
import whence.traces.tally.Tally;

/// The events of a timeline, as the contract writes them. Not for several threads at a time.
public final class EventJson {
    private final Timeline timeline;
    private final Map<String, Events> artifacts = new HashMap<>();
    private final Map<String, Long> resolutions = new HashMap<>();

    public EventJson(Timeline timeline) {
        this.timeline = timeline;
        timeline.artifacts().forEach(each -> artifacts.put(each.artifact(), each));
    }

    /// @param at position in the timeline
    /// @param text what the event says, in one line
    /// @param tallies what it holds if it is a map that a tracer printed; empty for others
    public ObjectNode event(int at, String text, List<Tally> tallies) {
        Events events = timeline.events(at);
        int row = timeline.row(at);
        ObjectNode node = Json.document();
        Json.putOrNull(node, "time", time(events, row), Json::time);
        node.put("kind", events.kind(row).name().toLowerCase(Locale.ROOT));
        if (events.pid(row) == Events.NO_PID) {
            node.putNull("pid");
        } else {
            node.put("pid", events.pid(row));
        }
        node.put("text", text);
        node.set("spans", Json.spans(spans(at)));
        node.set("fields", fields(events, row));
        if (!tallies.isEmpty()) {
            node.putArray("tallies").addAll(TallyJson.all(tallies));
        }
        return node;
    }

    /// Where it stands, in its own artifact first, then in those of its witnesses.
    private List<Span> spans(int at) {
        List<Span> spans = new ArrayList<>(timeline.events(at).spans(timeline.row(at)));
        for (Ref.Event witness : timeline.witnesses(at)) {
            Events of = artifacts.get(witness.artifact());
            if (of != null) {
                spans.addAll(of.spans(witness.ordinal()));
            }
        }
        return spans;
    }

    /// The error is half of what the artifact rounds its stamps to.
    private @Nullable Time time(Events events, int row) {
        if (events.timeNs(row) == Events.NO_TIME || events.clock(row) == Clock.NONE) {
            return null;
        }
        long step = resolutions.computeIfAbsent(events.artifact(), any -> Resolution.of(events));
        return new Time(events.clock(row), events.timeNs(row), step / 2);
    }

    private static ObjectNode fields(Events events, int row) {
        ObjectNode node = Json.object();
        events.fields().stream().sorted(Comparator.comparing(Field::name)).forEach(field -> {
            String text = events.text(field, row);
            long number = events.number(field, row);
            if (text != null) {
                node.put(field.name(), text);
            } else if (number != Events.NO_NUMBER) {
                node.put(field.name(), Long.toString(number));
            }
        });
        return node;
    }
}
