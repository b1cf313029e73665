package whence.bytes;

/// A mapped file became shorter while it was read. Readers catch this at their border, keep what they
/// have, and record a loss from [#offset] on.
public final class ShrunkException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long offset;

    ShrunkException(long offset, Throwable cause) {
        super("the file became shorter while it was read, at byte " + offset, cause);
        this.offset = offset;
    }

    /// First offset that could not be read, in the bytes that were asked.
    public long offset() {
        return offset;
    }
}
