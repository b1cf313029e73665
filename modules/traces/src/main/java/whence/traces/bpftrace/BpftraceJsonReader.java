package whence.traces.bpftrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Field;
import whence.timeline.Input;
import whence.traces.tally.Tally;
import whence.traces.text.TraceReader;

/// Reads `bpftrace -f json`: an object for each print call. A line that the script printed may be spread over several
/// objects, and one object may hold several lines: events are the script's lines, as in the text form.
public final class BpftraceJsonReader extends TraceReader {
    /// Which line of its first object an event begins in, from 0.
    static final Field PART = Field.number("part");

    /// Lines in which the first object is looked for: what bpftrace says among its errors may be saved before it.
    private static final int LINES = 40;

    /// A reader without state.
    public BpftraceJsonReader() {
        super("bpftrace-json");
    }

    @Override
    public int sniff(Bytes head, String name) {
        Lines lines = new Lines(head);
        for (int looked = 0; looked < LINES && lines.next(); looked++) {
            boolean object =
                    lines.end() - lines.start() < 1 << 14 && lines.text().startsWith("{");
            Optional<JsonLine> line = object ? JsonLine.parse(lines.text()) : Optional.empty();
            if (object) {
                return line.isPresent() && JsonReading.TYPES.contains(line.get().type()) ? 96 : 0;
            }
        }
        return 0;
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new JsonReading(input, events);
    }

    @Override
    public String text(Input input, Events events, int row) {
        List<Tally> tallies = Tally.of(input, events, row);
        if (!tallies.isEmpty()) {
            int more = tallies.size() - 1;
            return tallies.getFirst().line() + (more == 0 ? "" : ", and " + more + " more");
        }
        List<String> texts = new ArrayList<>();
        for (Span span : events.spans(row)) {
            String line = new String(input.bytes().copy(span.offset(), (int) span.length()), StandardCharsets.UTF_8);
            texts.add(JsonLine.parse(line).map(JsonLine::text).orElse(line));
        }
        String all = String.join("", texts);
        long part = Math.max(0, events.number(PART, row));
        return all.lines().skip(part).findFirst().orElse(all).strip();
    }

    @Override
    public Detail detail(Input input, Events events, int row) {
        List<Detail> entries =
                Tally.of(input, events, row).stream().map(Tally::detail).toList();
        return entries.size() == 1 ? entries.getFirst() : new Detail("text", text(input, events, row), entries);
    }
}
