package whence.bytes;

/// What every long call takes: progress goes out through it, cancellation comes in.
///
/// Called from the working thread, often; implementations are cheap and thread-safe.
public interface Watch {
    /// A watch that listens to nothing and never cancels.
    Watch NONE = (done, total) -> {};

    /// Says how far the work is, in units of the caller's choice; `total` is 0 where it is not known.
    void progress(long done, long total);

    /// Whether the user gave up on this work.
    default boolean cancelled() {
        return false;
    }

    /// Ends the work if it was cancelled.
    default void check() throws CancelledException {
        if (cancelled()) {
            throw new CancelledException();
        }
    }
}
