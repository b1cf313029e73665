package whence.logs.line;

import whence.bytes.ShrunkException;
import whence.evidence.Loss;
import whence.timeline.EventsBuilder;

/// What every reader does when its file becomes shorter under its hands: it keeps what it has, and says so.
public final class Shortened {
    /// The sentence for people.
    public static final String WHY = "the file became shorter while it was read";

    private Shortened() {}

    public static void record(EventsBuilder builder, long line, ShrunkException shrunk) {
        builder.lose(Loss.Kind.TRUNCATED, line, shrunk.offset(), 0, Loss.UNKNOWN, WHY);
    }
}
