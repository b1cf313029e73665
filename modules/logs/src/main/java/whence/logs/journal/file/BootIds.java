package whence.logs.journal.file;

/// The boot id of one entry after the other: nearly always the same as before. One thread.
public final class BootIds {
    private long high;
    private long low;
    private String text = "";

    /// 32 hexadecimal digits.
    public String of(JournalFile file, long entry) {
        return of(file, entry, file.bootHigh(entry), file.bootLow(entry));
    }

    /// The same where the two halves of it are known.
    public String of(JournalFile file, long entry, long nextHigh, long nextLow) {
        if (text.isEmpty() || nextHigh != high || nextLow != low) {
            text = file.bootId(entry);
            high = nextHigh;
            low = nextLow;
        }
        return text;
    }
}
