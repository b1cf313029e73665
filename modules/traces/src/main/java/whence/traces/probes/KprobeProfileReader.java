package whence.traces.probes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.TraceFields;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;

/// Reads `kprobe_profile`: how often each probe fired, and how often it was missed, which is a loss.
public final class KprobeProfileReader extends LineReader {
    private static final Pattern SHAPE = Pattern.compile("  (\\S+)\\s+(\\d{1,18})\\s+(\\d{1,18})");

    public KprobeProfileReader() {
        super("kprobe_profile");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        return to - from < 1024 && SHAPE.matcher(latin(text, from, to)).matches();
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return line -> profile(events, line);
    }

    private static void profile(EventsBuilder events, LineCursor line) {
        Matcher matcher = SHAPE.matcher(latin(line.array(), line.from(), line.to()));
        if (!matcher.matches()) {
            if (line.length() > 0) {
                add(events, EventKind.OUTPUT, line);
            }
            return;
        }
        int row = add(events, EventKind.TRACER, line);
        long missed = Long.parseLong(matcher.group(3));
        events.set(Fields.PROBE, row, matcher.group(1));
        events.set(TraceFields.HITS, row, Long.parseLong(matcher.group(2)));
        events.set(TraceFields.MISSES, row, missed);
        if (missed > 0) {
            events.lose(
                    Loss.Kind.DROPPED,
                    line.number(),
                    line.offset(),
                    line.length(),
                    missed,
                    "the probe " + matcher.group(1) + " was missed (nmissed)");
        }
    }
}
