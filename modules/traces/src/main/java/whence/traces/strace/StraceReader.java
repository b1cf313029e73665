package whence.traces.strace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Values;
import whence.traces.text.TraceReader;

/// Reads the output of strace(1) in all its styles: calls with pid and time, joined where they were interrupted;
/// signals, exits, stacks, the table of `-c`.
@SuppressWarnings("exports")
public final class StraceReader extends TraceReader {
    /// A reader without state.
    public StraceReader() {
        super("strace");
    }

    @Override
    public int sniff(Bytes head, String name) {
        return StraceSniffer.score(head);
    }

    @Override
    protected Reading reading(Input input, EventsBuilder events) {
        return new StraceReading(input, events);
    }

    @Override
    public String text(Input input, Events events, int row) {
        return Call.of(input, events, row).map(Call::line).orElseGet(() -> plain(input, events, row));
    }

    /// The line without its pid and time, without what stands below it.
    private static String plain(Input input, Events events, int row) {
        Span span = events.span(row);
        byte[] line = input.bytes().copy(span.offset(), (int) span.length());
        int from = 0;
        if (events.kind(row) != EventKind.TALLY) {
            Prefix prefix = new Prefix();
            prefix.read(line, 0, line.length);
            from = prefix.body;
        }
        return new String(line, from, line.length - from, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    @Override
    public Detail detail(Input input, Events events, int row) {
        Optional<Call> call = Call.of(input, events, row);
        if (call.isEmpty()) {
            return new Detail("text", text(input, events, row), Stacks.details(input, events, row));
        }
        List<Detail> parts = new ArrayList<>();
        int position = 0;
        for (Argument argument : call.get().arguments()) {
            Detail detail = Values.detail(argument);
            parts.add(
                    argument.name().isEmpty()
                            ? new Detail("[" + position + "]", detail.value(), detail.children())
                            : detail);
            position++;
        }
        parts.add(Detail.leaf("result", Values.utf8(call.get().result().print().strip())));
        parts.addAll(Stacks.details(input, events, row));
        return new Detail(call.get().name(), call.get().line(), parts);
    }
}
