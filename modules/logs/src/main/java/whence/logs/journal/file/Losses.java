package whence.logs.journal.file;

import whence.evidence.Loss;
import whence.evidence.Span;

/// Bounds on what is said about damage: a file of nothing but damage must not fill the memory with complaints.
public final class Losses {
    public static final int MOST = 1000;

    private Losses() {}

    /// A file with features that nobody here knows is not read at all: its bytes may mean anything.
    public static Loss strange(String name, JournalFile file) {
        String why = "the file needs features this program does not know: flags 0x"
                + Integer.toHexString(file.header().strangeFlags());
        return new Loss(new Span(name, Span.NO_LINE, 12, 4), Loss.Kind.UNREADABLE, Loss.UNKNOWN, why);
    }
}
