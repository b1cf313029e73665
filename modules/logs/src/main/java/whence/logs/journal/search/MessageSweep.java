package whence.logs.journal.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.logs.journal.file.Entries;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.LittleEndian;
import whence.logs.journal.file.Offsets;
import whence.logs.journal.file.Payloads;
import whence.logs.journal.file.Sweep;
import whence.logs.line.Shortened;

/// Looks at every message of an undamaged file once, in the order they lie, however many entries share it, and then
/// knows the entries that a search wants. One thread.
public final class MessageSweep implements Sweep.Visitor {
    /// `MESSAGE=` as a number.
    private static final long MESSAGE = 0x3d4547415353454dL;

    private static final int NAME = 8;

    private final JournalFile file;
    private final MessageFilter filter;
    private final Payloads payloads;
    private final int payloadStart;
    private final boolean compact;
    private final int itemSize;
    private final Offsets entries;
    private final Offsets wanted = new Offsets(16);
    private final OffsetSet hits = new OffsetSet();
    private boolean ascending = true;
    private long seqnum;

    private MessageSweep(JournalFile file, MessageFilter filter) {
        this.file = file;
        this.filter = filter;
        this.payloads = new Payloads(file);
        this.payloadStart = file.payloadStart();
        this.compact = file.header().compact();
        this.itemSize = file.itemSize();
        this.entries = new Offsets(file.header().entryCount());
    }

    /// What a file holds.
    ///
    /// @param all its entries
    /// @param wanted those whose message the filter wants, ascending
    /// @param ordered whether sequence numbers rise and no entry stands outside the arrays of entries
    public record Found(Entries all, Offsets wanted, boolean ordered) {}

    /// Searches a file; null where it has to be read with more care.
    public static @Nullable Found of(Merge.Named named, MessageFilter filter, Watch watch) {
        MessageSweep sweep = new MessageSweep(named.file(), filter);
        List<Found> found = new ArrayList<>();
        Shortened.guard(
                () -> {
                    Found all = new Sweep(named.file(), sweep).run(watch) ? sweep.found(named.name(), watch) : null;
                    if (all != null) {
                        found.add(all);
                    }
                },
                offset -> found.clear());
        return found.isEmpty() ? null : found.getFirst();
    }

    private @Nullable Found found(String name, Watch watch) {
        Entries all = Entries.among(file, name, entries, watch);
        return all == null ? null : new Found(all, wanted, ascending && all.count() == entries.count());
    }

    @Override
    public void data(byte[] piece, int at, int size, long offset) {
        int from = at + payloadStart;
        int length = size - payloadStart;
        int compressed = piece[at + 1] & Payloads.COMPRESSED;
        boolean hit = compressed == 0
                ? matches(piece, from, length)
                : payloads.unpack(compressed, piece, from, length) && matches(payloads.buffer(), 0, payloads.length());
        if (hit) {
            hits.add(offset);
        }
    }

    @Override
    public void largeData(long offset) {
        if (payloads.read(offset) && matches(payloads.buffer(), 0, payloads.length())) {
            hits.add(offset);
        }
    }

    private boolean matches(byte[] bytes, int from, int length) {
        return length >= NAME
                && LittleEndian.i64(bytes, from) == MESSAGE
                && filter.matches(bytes, from + NAME, from + length);
    }

    @Override
    public boolean entry(byte[] piece, int at, int size, long offset) {
        if (!file.believes(piece, at, size)) {
            return false;
        }
        long number = JournalFile.seqnum(piece, at);
        ascending &= Long.compareUnsigned(number, seqnum) > 0;
        seqnum = number;
        entries.add(offset);
        boolean hit = false;
        for (int item = at + JournalFile.ENTRY_ITEMS; item < at + size; item += itemSize) {
            long data = compact ? LittleEndian.u32(piece, item) : LittleEndian.i64(piece, item);
            if (data >= offset) {
                return false;
            }
            hit |= hits.mayHold(data) && hits.holds(data);
        }
        if (hit) {
            wanted.add(offset);
        }
        return true;
    }
}
