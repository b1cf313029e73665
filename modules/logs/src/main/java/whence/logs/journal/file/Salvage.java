package whence.logs.journal.file;

import whence.bytes.Watch;

/// Walks a damaged journal object by object, and eight bytes at a time where there is no object, for entries that
/// nothing links to any more.
public final class Salvage {
    /// Told about each range in which nothing was recognised.
    public interface Unreadable {
        void range(long from, long to);
    }

    /// Headers grow with every few releases of systemd; 272 bytes are the longest known.
    private static final int LONGEST_HEADER = 1024;
    private static final int CHECK_EVERY = 1 << 20;

    private final JournalFile file;
    private final Watch watch;

    public Salvage(JournalFile file, Watch watch) {
        this.file = file;
        this.watch = watch;
    }

    public void collect(Offsets found, Unreadable unreadable) {
        long end = file.bytes().size() & ~7L;
        long hole = -1;
        for (long at = start(), steps = 0; at <= end - 16; steps++) {
            if (steps % CHECK_EVERY == 0) {
                watch.check();
            }
            if (!file.holdsObject(at) || !leadsOn(at)) {
                hole = hole < 0 && file.bytes().i64(at) != 0 ? at : hole;
                at += 8;
                continue;
            }
            if (hole >= 0) {
                unreadable.range(hole, at);
                hole = -1;
            }
            if (file.holdsEntry(at) && hasData(at)) {
                found.add(at);
            }
            at = after(at);
        }
        if (hole >= 0) {
            unreadable.range(hole, end);
        }
    }

    /// Behind the header, as far as that is believable.
    private long start() {
        long claimed = file.header().headerSize();
        return claimed >= JournalHeader.SMALLEST && claimed <= LONGEST_HEADER
                ? (claimed + 7) & ~7L
                : JournalHeader.SMALLEST;
    }

    /// A size is believed where another object, or nothing but zeros, follows.
    private boolean leadsOn(long object) {
        long next = after(object);
        return next > file.bytes().size() - 16
                || file.holdsObject(next)
                || (file.bytes().i64(next) == 0 && file.bytes().i64(next + 8) == 0)
                || (file.type(object) == JournalFile.ENTRY && hasData(object));
    }

    private boolean hasData(long entry) {
        return file.holdsEntry(entry) && file.holdsData(file.item(entry, 0));
    }

    private long after(long object) {
        return (object + file.size(object) + 7) & ~7L;
    }
}
