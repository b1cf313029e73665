package whence.logs.journal;

/// Bounds on what is said about damage: a file of nothing but damage must not fill the memory with complaints.
final class Losses {
    static final int MOST = 1000;

    private Losses() {}
}
