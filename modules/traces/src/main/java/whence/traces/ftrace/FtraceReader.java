package whence.traces.ftrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.bytes.Bytes;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;
import whence.traces.text.TraceReader;

/// Reads `trace`, `trace_pipe` and `trace-cmd report`: one line an event, with the task's columns before it.
///
/// The clock of the stamps is not written in the text (`trace_clock`), so they are on [whence.evidence.Clock#TRACE]
/// unless the input's hints name one.
@SuppressWarnings("exports")
public final class FtraceReader extends TraceReader {
    /// A reader without state.
    public FtraceReader() {
        super("ftrace");
    }

    @Override
    public int sniff(Bytes head, String name) {
        return FtraceSniffer.score(head);
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new FtraceReading(input, events);
    }

    @Override
    public String text(Input input, Events events, int row) {
        Span span = events.span(row);
        byte[] line = input.bytes().copy(span.offset(), (int) span.length());
        TaskColumns columns = new TaskColumns();
        int from = columns.read(line, 0, line.length) ? columns.body : 0;
        int to = from;
        while (to < line.length && line[to] != '\n') {
            to++;
        }
        return new String(line, from, to - from, StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public Detail detail(Input input, Events events, int row) {
        String text = text(input, events, row);
        List<Detail> parts = Hit.of(input, events, row)
                .map(FtraceReader::opened)
                .orElseGet(() -> events.timeNs(row) == Events.NO_TIME ? List.of() : fields(text));
        return new Detail("event", text, parts);
    }

    private static List<Detail> opened(Hit hit) {
        Place place = hit.place();
        List<Detail> parts = new ArrayList<>();
        parts.add(Detail.leaf("event", hit.event()));
        parts.add(Detail.leaf("function", hit.function()));
        hit.caller().ifPresent(caller -> parts.add(Detail.leaf("caller", caller.function())));
        if (!hit.isReturn() || hit.caller().isPresent()) {
            parts.add(Detail.leaf("offset", "0x" + Long.toHexString(place.offset())));
            parts.add(Detail.leaf("size", "0x" + Long.toHexString(place.size())));
        }
        List<Detail> fetched = new ArrayList<>();
        hit.fetched().forEach((name, value) -> fetched.add(Detail.leaf(name, value)));
        parts.add(new Detail("args", fetched.size() + " fetched", fetched));
        return parts;
    }

    /// Of `sched_process_fork: comm=sh pid=1` and `sys_openat(dfd: 3, flags: 0)`.
    private static List<Detail> fields(String text) {
        int name = 0;
        while (name < text.length() && text.charAt(name) != ':' && text.charAt(name) != '(') {
            name++;
        }
        return NamedValues.of(text.substring(Math.min(text.length(), name + 1)).strip());
    }
}
