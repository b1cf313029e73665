package whence.traces.probes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.TraceFields;
import whence.traces.ftrace.Place;
import whence.traces.text.LineReader;

/// Reads `/sys/kernel/debug/kprobes/list`: which probes were registered, and at what address.
public final class KprobesListReader extends LineReader {
    private static final Pattern SHAPE =
            Pattern.compile("([0-9a-f]{8,16})\\s++([kr])\\s++(\\S++)\\s*+((?:\\[\\w++\\]|\\s++)*+)");

    public KprobesListReader() {
        super("kprobes-list");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return to - from < 1024 && SHAPE.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return line -> {
            Matcher matcher = SHAPE.matcher(latin(line.array(), line.from(), line.to()));
            if (matcher.matches()) {
                int row = add(events, EventKind.TRACER, line);
                Place.parse(matcher.group(3)).ifPresent(place -> {
                    events.set(Fields.FUNCTION, row, place.function());
                    events.set(TraceFields.OFFSET, row, place.offset());
                });
            } else if (line.length() > 0) {
                add(events, EventKind.OUTPUT, line);
            }
        };
    }
}
