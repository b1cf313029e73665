package whence.logs.line;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import whence.bytes.ShrunkException;
import whence.evidence.Loss;
import whence.timeline.EventsBuilder;

/// What every reader does when its file becomes shorter under its hands: it keeps what it has, and says so.
///
/// The fault of an access beyond the new end is an [InternalError] that `bytes` turns into a [ShrunkException]; in
/// compiled code the virtual machine may deliver it a few instructions late, when the accessor has returned
/// already, so it is caught here as well. Where it struck is not known then, and the offset is 0.
public final class Shortened {
    /// The sentence for people.
    public static final String WHY = "the file became shorter while it was read";

    private Shortened() {}

    /// Does the work of a reader as far as its file lasts.
    ///
    /// @param line where the reader stands, or [whence.evidence.Span#NO_LINE]
    public static void guard(EventsBuilder builder, LongSupplier line, Runnable work) {
        guard(work, offset -> builder.lose(Loss.Kind.TRUNCATED, line.getAsLong(), offset, 0, Loss.UNKNOWN, WHY));
    }

    /// Does the work; `cutAt` is told the offset where the file ended too early.
    public static void guard(Runnable work, LongConsumer cutAt) {
        try {
            work.run();
        } catch (ShrunkException shrunk) {
            cutAt.accept(shrunk.offset());
        } catch (InternalError late) {
            cutAt.accept(0);
        }
    }
}
