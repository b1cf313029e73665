package whence.session;

/// A session that cannot be opened at all; the message is one sentence for the user, saying what and where.
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1;
    private final Kind kind;

    /// Why nothing could be opened.
    public enum Kind {
        /// There is no such file.
        MISSING,
        /// It is there, and nothing in it can be read.
        UNREADABLE
    }

    public SessionException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
