package whence.logs.journal;

import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.entry.EntryColumns;
import whence.logs.entry.EntryValue;
import whence.logs.journal.file.BootIds;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.LittleEndian;
import whence.logs.journal.file.Losses;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.NumberCells;

/// Turns entries of one file into rows. One thread.
final class EntryRows {
    private final JournalFile file;
    private final EventsBuilder builder;
    private final EntryColumns columns;
    private final NumberCells seqnums;
    private final SharedValues values;
    private final BootIds boots = new BootIds();
    private int complaints;

    EntryRows(JournalFile file, EventsBuilder builder) {
        this.file = file;
        this.builder = builder;
        this.columns = new EntryColumns(builder);
        this.seqnums = builder.numbers(Fields.SEQ);
        this.values = new SharedValues(file);
    }

    /// What is known of the data objects of the file.
    SharedValues values() {
        return values;
    }

    /// Adds the entry at `entry` by following its links.
    void add(long entry) {
        columns.begin(file.realtimeUs(entry), file.monotonicUs(entry), boots.of(file, entry), Span.NO_LINE, entry, (int)
                Math.min(file.size(entry), Integer.MAX_VALUE));
        seqnums.set(columns.row(), file.seqnum(entry));
        for (int i = 0, count = file.itemCount(entry); i < count; i++) {
            put(entry, file.item(entry, i));
        }
        columns.end();
    }

    /// Adds the entry at `entry`, of which a copy of `size` bytes lies at `at` of `bytes`.
    void add(byte[] bytes, int at, int size, long entry) {
        long high = LittleEndian.i64(bytes, at + 40);
        long low = LittleEndian.i64(bytes, at + 48);
        columns.begin(
                LittleEndian.i64(bytes, at + 24),
                LittleEndian.i64(bytes, at + 32),
                boots.of(file, entry, high, low),
                Span.NO_LINE,
                entry,
                size);
        seqnums.set(columns.row(), JournalFile.seqnum(bytes, at));
        boolean compact = file.header().compact();
        int step = file.itemSize();
        for (int item = at + JournalFile.ENTRY_ITEMS; item < at + size; item += step) {
            put(entry, compact ? LittleEndian.u32(bytes, item) : LittleEndian.i64(bytes, item));
        }
        columns.end();
    }

    private void put(long entry, long data) {
        EntryValue value = values.get(data);
        if (value != null) {
            columns.put(value);
        } else if (!values.readable()) {
            lose(entry, data);
        }
    }

    private void lose(long entry, long data) {
        if (complaints++ < Losses.MOST) {
            String why = "a field of the entry at " + entry + " cannot be read: " + values.problem();
            builder.lose(Loss.Kind.UNREADABLE, Span.NO_LINE, data, 0, 1, why);
        }
    }
}
