package whence.source.index.table;

/// An image that cannot be read: of another version, cut off, or changed on disk. Whoever opened it builds it anew.
public final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DamagedException(String why) {
        super(why);
    }

    public DamagedException(String why, Throwable cause) {
        super(why, cause);
    }
}
