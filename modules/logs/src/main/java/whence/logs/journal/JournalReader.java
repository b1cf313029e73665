package whence.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.LogReader;
import whence.logs.Printable;
import whence.logs.journal.file.Entries;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.JournalHeader;
import whence.logs.journal.file.Losses;
import whence.logs.journal.file.PayloadHash;
import whence.logs.journal.file.Payloads;
import whence.logs.line.Shortened;
import whence.logs.service.ServiceLine;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// Reads one journal file of systemd. An event's span is its entry object; what the entry says lies in data objects
/// elsewhere in the file.
public final class JournalReader implements LogReader {
    private static final byte[] MESSAGE = "MESSAGE=".getBytes(StandardCharsets.US_ASCII);

    /// Stateless; see [whence.logs.LogReaders].
    public JournalReader() {}

    @Override
    public String format() {
        return "journal";
    }

    @Override
    public int sniff(Bytes head, String name) {
        return JournalFile.isOne(head) ? 100 : 0;
    }

    @Override
    public Events read(Input input, Watch watch) {
        long size = input.bytes().size();
        if (size >= JournalHeader.SMALLEST) {
            return SweptRows.of(input, watch).orElseGet(() -> readCarefully(input, watch));
        }
        EventsBuilder builder = new EventsBuilder(input.artifact());
        builder.lose(Loss.Kind.TRUNCATED, Span.NO_LINE, 0, size, Loss.UNKNOWN, "too short for a journal file");
        return builder.build();
    }

    /// Reads a file that anything may be wrong with, by its links.
    static Events readCarefully(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        Shortened.guard(builder, () -> Span.NO_LINE, () -> read(JournalFile.of(input.bytes()), builder, watch));
        return builder.build();
    }

    private static void read(JournalFile file, EventsBuilder builder, Watch watch) {
        if (file.header().strangeFlags() != 0) {
            builder.lose(Losses.strange(builder.artifact(), file));
            return;
        }
        Entries entries = Entries.of(file, builder.artifact(), watch);
        entries.losses().forEach(builder::lose);
        EntryRows rows = new EntryRows(file, builder);
        for (int i = 0; i < entries.count(); i++) {
            if ((i & 0xfff) == 0) {
                watch.check();
                watch.progress(i, entries.count());
            }
            rows.add(entries.get(i));
        }
    }

    @Override
    public byte[] logged(Input input, Events events, int row) {
        JournalFile file = JournalFile.of(input.bytes());
        long entry = events.offset(row);
        return file.holdsEntry(entry) ? new Payloads(file).value(entry, MESSAGE) : new byte[0];
    }

    /// Where no message can be read, but a field that may be it, what is wrong with that.
    @Override
    public byte[] shown(Input input, Events events, int row) {
        byte[] message = logged(input, events, row);
        JournalFile file = JournalFile.of(input.bytes());
        Payloads payloads = new Payloads(file);
        long entry = events.offset(row);
        for (int i = 0; message.length == 0 && file.holdsEntry(entry) && i < file.itemCount(entry); i++) {
            if (!payloads.read(file.item(entry, i))) {
                message = ("[a field cannot be read: " + payloads.problem() + "]").getBytes(StandardCharsets.UTF_8);
            }
        }
        return message;
    }

    /// Every field; of one whose payload is not what was written any more, that.
    @Override
    public Detail opened(Input input, Events events, int row) {
        JournalFile file = JournalFile.of(input.bytes());
        Payloads payloads = new Payloads(file);
        long entry = events.offset(row);
        List<Detail> fields = new ArrayList<>();
        for (int i = 0; file.holdsEntry(entry) && i < file.itemCount(entry); i++) {
            fields.add(field(file, payloads, file.item(entry, i)));
        }
        String message = text(input, events, row);
        ServiceLine.of(message).map(ServiceLine::detail).ifPresent(fields::add);
        return new Detail("entry", message, fields);
    }

    private static Detail field(JournalFile file, Payloads payloads, long data) {
        if (!payloads.read(data)) {
            return Detail.leaf("damaged", "the object at " + data + ": " + payloads.problem());
        }
        String[] field = Printable.line(payloads.copy(0)).split("=", 2);
        Detail leaf = Detail.leaf(field[0], field.length > 1 ? field[1] : "");
        boolean sound = PayloadHash.fits(file, data, payloads.buffer(), payloads.length());
        String why =
                "the object at " + data + " does not have the hash that it says: what stands here was not written so";
        return sound ? leaf : new Detail(leaf.name(), leaf.value(), List.of(Detail.leaf("damaged", why)));
    }
}
