package whence.cli.command.input;

/// An input that cannot be used at all; the message is a sentence for the user.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    public InputException(int status, String message) {
        super(message);
        this.status = status;
    }

    /// [ExitStatus#UNREADABLE] or [ExitStatus#MISSING].
    public int status() {
        return status;
    }
}
