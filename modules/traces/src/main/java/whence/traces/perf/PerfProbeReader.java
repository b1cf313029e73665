package whence.traces.perf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.text.LineCursor;
import whence.traces.text.LineReader;

/// Reads `perf probe --list` and what `perf probe --add` says: `probe:load_elf_binary (on load_elf_binary)`. Two
/// lines of one name are two probes, on two copies of a function; which is which perf does not say here.
public final class PerfProbeReader extends LineReader {
    private static final Pattern SHAPE = Pattern.compile(
            "\\s++([\\w.-]++):([\\w.-]++)\\s++\\(on ([^\\s:@+%)]++)(?:\\+(\\d++|0x[0-9a-f]++))?(%return)?[^)]*+\\)\\s*+");
    private static final Pattern OWN = Pattern.compile(
            "Added new events?:|Removed event.*|You can now use it.*|\\s*perf (?:record|probe) .*|Error: .*|"
                    + "\\s+Error: .*|\\s+Hint: .*|\\s+or .*|probe-definition\\(.*|symbol:.*|\\d+ arguments|"
                    + "Writing event: .*|Parsing probe_events: .*|Opening /sys/.*|Found \\d+ probe_trace_events\\.|Use vmlinux: .*");

    /// A reader without state.
    public PerfProbeReader() {
        super("perf-probe");
    }

    @Override
    protected boolean shaped(byte[] text, int from, int to) {
        String line = latin(text, from, to);
        return SHAPE.matcher(line).matches() || OWN.matcher(line).matches();
    }

    @Override
    protected boolean tolerated(byte[] text, int from, int to) {
        return from == to || to - from > 4096;
    }

    @Override
    public int sniff(whence.bytes.Bytes head, String name) {
        String text = head.text(0, (int) Math.min(head.size(), 4096));
        boolean telling =
                text.lines().anyMatch(line -> SHAPE.matcher(line).matches()) || text.startsWith("probe-definition(");
        return telling ? Math.max(60, super.sniff(head, name)) : 0;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return line -> {
            if (line.length() > 0) {
                probe(events, line);
            }
        };
    }

    private static void probe(EventsBuilder events, LineCursor line) {
        String text = latin(line.array(), line.from(), Math.min(line.to(), line.from() + 4096));
        Matcher matcher = SHAPE.matcher(text);
        boolean probe = matcher.matches();
        int row = add(events, probe || OWN.matcher(text).matches() ? EventKind.TRACER : EventKind.OUTPUT, line);
        if (probe) {
            events.set(Fields.PROBE, row, matcher.group(2));
            events.set(Fields.FUNCTION, row, matcher.group(3));
        }
    }
}
