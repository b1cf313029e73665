package whence.traces.probes;

import java.util.Optional;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.TraceFields;
import whence.traces.ftrace.ProbeDefinition;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;

/// Reads `kprobe_events` and `dynamic_events`: what probes were defined. It says neither when a probe was enabled nor
/// whether it still is.
public final class KprobeEventsReader extends LineReader {
    private static final Pattern SHAPE = Pattern.compile("[prfe-]\\d*:[\\w.-]+/[\\w.-]+(?: .+)?");

    public KprobeEventsReader() {
        super("kprobe_events");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return to - from < 8192 && SHAPE.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected int surest() {
        return 96;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return line -> {
            if (line.length() > 0) {
                definition(events, line);
            }
        };
    }

    private static void definition(EventsBuilder events, LineCursor line) {
        Optional<ProbeDefinition> definition = ProbeDefinition.parse(latin(line.array(), line.from(), line.to()));
        int row = add(events, definition.isPresent() ? EventKind.TRACER : EventKind.OUTPUT, line);
        definition.ifPresent(known -> {
            events.set(Fields.PROBE, row, known.event());
            if (known.symbol() != null) {
                events.set(Fields.FUNCTION, row, known.symbol());
                events.set(TraceFields.OFFSET, row, known.offset());
            }
        });
    }
}
