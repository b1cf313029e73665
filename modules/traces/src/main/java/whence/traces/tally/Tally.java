package whence.traces.tally;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Input;

/// One entry of a map that a tracer printed: `@bytes[dd]: …`.
///
/// @param map name of the map with its `@`
/// @param key as printed, without its brackets; empty where the map has no key. Text joins the parts of a key by
///     `, ` and JSON by `,`; parts that hold commas themselves are not told apart by either. A stack in a key stands
///     on lines of its own
public record Tally(String map, String key, Amount amount) {
    /// Entries of one event that are looked at.
    private static final int MOST_BYTES = 16 << 20;

    /// What an event of a bpftrace reader says: one entry in text, all keys of a map in JSON; nothing for events
    /// that are no [EventKind#TALLY], and for tables.
    public static List<Tally> of(Input input, Events events, int row) {
        if (events.kind(row) != EventKind.TALLY) {
            return List.of();
        }
        Span span = events.span(row);
        int length =
                (int) Math.min(MOST_BYTES, Math.min(span.length(), input.bytes().size() - span.offset()));
        return of(new String(input.bytes().copy(span.offset(), Math.max(0, length)), StandardCharsets.UTF_8));
    }

    /// From the text of an entry with its lines, or of an object of `bpftrace -f json`.
    public static List<Tally> of(String text) {
        return text.stripLeading().startsWith("{")
                ? JsonTally.parse(text)
                : TextTally.parse(text).stream().toList();
    }

    /// Map and key in one line; a stack's frames from the innermost.
    public String name() {
        List<String> lines =
                key.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return map + (key.isEmpty() ? "" : "[" + String.join(" < ", lines) + "]");
    }

    /// The entry in one line.
    public String line() {
        return name() + ": " + amount.summary();
    }

    /// The entry opened: buckets, frames, statistics.
    public Detail detail() {
        List<Detail> parts = new ArrayList<>();
        switch (amount) {
            case Amount.Written written -> {}
            case Amount.Stats stats -> {
                parts.add(Detail.leaf("count", Long.toString(stats.count())));
                parts.add(Detail.leaf("average", Long.toString(stats.average())));
                parts.add(Detail.leaf("total", Long.toString(stats.total())));
            }
            case Amount.Stack stack -> stack.frames().forEach(frame -> parts.add(Detail.leaf("", frame)));
            case Amount.Histogram histogram ->
                histogram.buckets().forEach(b -> parts.add(Detail.leaf(b.label(), Long.toString(b.count()))));
        }
        return new Detail(name(), amount.summary(), parts);
    }
}
