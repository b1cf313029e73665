package whence.logs.journal.print;

import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Payloads;
/// Writes an entry in one of the forms of [JournalPrinter].

interface EntryForm {
    void write(JournalFile file, long entry, Payloads payloads, Sink sink);
}
