package whence.logs.journal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.logs.entry.EntryValue;
import whence.logs.journal.file.Entries;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.LittleEndian;
import whence.logs.journal.file.Offsets;
import whence.logs.journal.file.Payloads;
import whence.logs.journal.file.Sweep;
import whence.logs.line.Shortened;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Input;

/// Reads an undamaged file in one [Sweep]. One thread.
final class SweptRows implements Sweep.Visitor {
    /// Where the text begins in `MESSAGE=text`, less one.
    private static final int MESSAGE_TEXT = 7;

    private final JournalFile file;
    private final EntryRows rows;
    private final Payloads payloads;
    private final int payloadStart;
    private final Offsets entries;
    private boolean damaged;

    private SweptRows(JournalFile file, EventsBuilder builder) {
        this.file = file;
        this.rows = new EntryRows(file, builder);
        this.payloads = new Payloads(file);
        this.payloadStart = file.payloadStart();
        this.entries = new Offsets(file.header().entryCount());
    }

    /// The events of a journal file; empty where it has to be read with more care.
    static Optional<Events> of(Input input, Watch watch) {
        EventsBuilder builder = new EventsBuilder(input.artifact());
        AtomicBoolean whole = new AtomicBoolean();
        Shortened.guard(
                () -> whole.set(read(JournalFile.of(input.bytes()), builder, watch)), offset -> whole.set(false));
        return whole.get() ? Optional.of(builder.build()) : Optional.empty();
    }

    private static boolean read(JournalFile file, EventsBuilder builder, Watch watch) {
        if (file.header().strangeFlags() != 0) {
            return false;
        }
        SweptRows swept = new SweptRows(file, builder);
        if (!new Sweep(file, swept).run(watch) || swept.damaged) {
            return false;
        }
        Entries linked = Entries.among(file, builder.artifact(), swept.entries, watch);
        return linked != null && linked.count() == swept.entries.count();
    }

    @Override
    public void data(byte[] piece, int at, int size, long offset) {
        rows.values().remember(offset, value(piece, piece[at + 1], at + payloadStart, size - payloadStart));
    }

    private @Nullable EntryValue value(byte[] piece, int flags, int from, int size) {
        if ((flags & Payloads.COMPRESSED) != 0) {
            return compressed(piece, flags, from, size);
        }
        boolean interesting =
                size >= 4 && EntryValue.mayBe(LittleEndian.i32(piece, from), afterSeven(piece, from, size));
        return interesting ? EntryValue.of(piece, from, from + size) : null;
    }

    private static int afterSeven(byte[] piece, int from, int size) {
        return size < MESSAGE_TEXT + 4 ? 0 : LittleEndian.i32(piece, from + MESSAGE_TEXT) & 0xffffff;
    }

    private @Nullable EntryValue compressed(byte[] piece, int flags, int from, int size) {
        if (payloads.claimedLength(flags, piece, from, size) > EntryValue.LONGEST) {
            return null;
        }
        if (payloads.unpack(flags, piece, from, size)) {
            return EntryValue.of(payloads.buffer(), 0, payloads.length());
        }
        damaged = true;
        return null;
    }

    @Override
    public void largeData(long offset) {
        // Larger than any name: no column holds it.
        rows.values().remember(offset, null);
    }

    @Override
    public boolean entry(byte[] piece, int at, int size, long offset) {
        if (!file.believes(piece, at, size)) {
            return false;
        }
        entries.add(offset);
        rows.add(piece, at, size, offset);
        return true;
    }
}
