package whence.symbols.read;

import java.util.Optional;
import java.util.function.Consumer;
import whence.bytes.Bytes;
import whence.bytes.Lines;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.timeline.Input;

/// Walks the lines of an input for a reader: progress goes out, cancellation comes in, and a file that becomes
/// shorter ends the walk with a loss instead of an exception.
final class Cut {
    private static final int STEP = 0x3fff;
    /// Longer lines belong to no format that is read here.
    static final int MAX_LINE = 1 << 16;

    private Cut() {}

    /// Calls `each` with every line; the loss where the input ended early.
    static Optional<Loss> lines(Input input, Watch watch, Consumer<Lines> each) {
        Bytes bytes = input.bytes();
        Lines lines = new Lines(bytes);
        try {
            while (lines.next()) {
                each.accept(lines);
                if ((lines.number() & STEP) == 0) {
                    watch.check();
                    watch.progress(lines.nextStart(), bytes.size());
                }
            }
            return Optional.empty();
        } catch (ShrunkException gone) {
            return Optional.of(new Loss(
                    new Span(input.artifact(), lines.number(), gone.offset(), 0),
                    Loss.Kind.TRUNCATED,
                    Loss.UNKNOWN,
                    "the file became shorter while it was read"));
        }
    }

    /// The span of the current line.
    static Span span(Input input, Lines lines) {
        return new Span(input.artifact(), lines.number(), lines.start(), lines.end() - lines.start());
    }

    /// The loss of the current line.
    static Loss unreadable(Input input, Lines lines, String why) {
        return new Loss(span(input, lines), Loss.Kind.UNREADABLE, 1, why);
    }
}
