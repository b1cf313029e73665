package whence.logs.journal.print;

import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.NamedFields;
import whence.logs.journal.file.Payloads;
/// `journalctl -o cat --all`: the messages alone, their bytes as they are. One file, one thread.

final class CatForm implements EntryForm {
    private final NamedFields fields = new NamedFields("MESSAGE");

    @Override
    public void write(JournalFile file, long entry, Payloads payloads, Sink sink) {
        fields.find(file, entry, payloads);
        int from = fields.read(0, payloads);
        if (from >= 0) {
            sink.put(payloads.buffer(), from, payloads.length() - from);
            sink.put((byte) '\n');
        }
    }
}
