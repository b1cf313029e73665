package whence.traces.strace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Input;

/// What stands below an event: the stack of `-k`, the bytes that `-e read` and `-e write` dump.
final class Stacks {
    private Stacks() {}

    /// The stack's frames, innermost first, and the dump's lines, where there are any.
    static List<Detail> details(Input input, Events events, int row) {
        List<Span> spans = events.spans(row);
        String text = spans.stream()
                .map(span -> input.bytes().text(span.offset(), (int) span.length()))
                .collect(Collectors.joining("\n"));
        List<Detail> parts = new ArrayList<>();
        below(text, " > ", "stack", "frames", parts);
        below(text, " | ", "data", "lines", parts);
        return parts;
    }

    private static void below(String text, String mark, String name, String unit, List<Detail> parts) {
        List<Detail> lines = text.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> Detail.leaf("", line.substring(mark.length())))
                .toList();
        if (!lines.isEmpty()) {
            parts.add(new Detail(name, lines.size() + " " + unit, lines));
        }
    }
}
