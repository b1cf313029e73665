package whence.traces.strace;

import java.util.List;
import java.util.Optional;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Input;

/// The stack that `-k` prints below a call.
final class Stacks {
    private Stacks() {}

    /// Its frames, innermost first, as a tree; empty where the call has none.
    static Optional<Detail> detail(Input input, Events events, int row) {
        Span last = events.spans(row).getLast();
        String text = input.bytes().text(last.offset(), (int) last.length());
        List<Detail> frames = text.lines()
                .filter(line -> line.startsWith(" > "))
                .map(line -> Detail.leaf("", line.substring(3)))
                .toList();
        return frames.isEmpty()
                ? Optional.empty()
                : Optional.of(new Detail("stack", frames.size() + " frames", frames));
    }
}
