package whence.report.json;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Field;

/// One event of a timeline, as the contract writes it.
public final class EventJson {
    private EventJson() {}

    /// @param text what the event says, in one line
    public static ObjectNode event(Events events, int row, String text) {
        ObjectNode node = Json.document();
        Json.putOrNull(node, "time", time(events, row), Json::time);
        node.put("kind", events.kind(row).name().toLowerCase(Locale.ROOT));
        if (events.pid(row) == Events.NO_PID) {
            node.putNull("pid");
        } else {
            node.put("pid", events.pid(row));
        }
        node.put("text", text);
        node.set("spans", Json.spans(events.spans(row)));
        node.set("fields", fields(events, row));
        return node;
    }

    private static @Nullable Time time(Events events, int row) {
        boolean none = events.timeNs(row) == Events.NO_TIME || events.clock(row) == Clock.NONE;
        return none ? null : new Time(events.clock(row), events.timeNs(row), 0);
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
