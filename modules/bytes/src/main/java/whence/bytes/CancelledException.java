package whence.bytes;

/// The user gave up on a long call; thrown by [Watch#check], caught where the work was started.
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CancelledException() {
        super("cancelled");
    }
}
