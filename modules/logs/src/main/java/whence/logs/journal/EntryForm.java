package whence.logs.journal;

/// Writes an entry in one of the forms of [JournalPrinter].
interface EntryForm {
    void write(JournalFile file, long entry, Payloads payloads, Sink sink);
}
