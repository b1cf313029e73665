package whence.cli.command.input;

/// The exit statuses of the contract (docs/command-line.md).
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int USAGE = 2;
    /// Several branches are left.
    public static final int SEVERAL = 10;
    /// No branch is left: the evidence contradicts the source.
    public static final int NONE = 20;
    /// There is not enough evidence to say.
    public static final int INSUFFICIENT = 30;
    public static final int UNREADABLE = 65;
    public static final int MISSING = 66;
    public static final int FAULT = 70;

    private ExitStatus() {}
}
