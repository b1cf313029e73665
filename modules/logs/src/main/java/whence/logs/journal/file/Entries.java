package whence.logs.journal.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.line.Shortened;

/// The entries of one journal file, in its order, and what was lost.
///
/// Where the chain of entry arrays is whole, it alone decides, as in journalctl. Where anything is wrong with it, the
/// whole file is walked object by object as well, and every believable entry counts, linked or not.
public final class Entries {
    private final JournalFile file;
    private final String artifact;
    private final Watch watch;
    private final Offsets found;
    private final List<Loss> losses = new ArrayList<>();
    /// Entries known to be whole, ascending; null where each has to be looked at.
    private final @Nullable Offsets known;

    private int knownUpTo;
    private boolean broken;

    private Entries(JournalFile file, String artifact, @Nullable Offsets known, Watch watch) {
        this.known = known;
        this.file = file;
        this.artifact = artifact;
        this.watch = watch;
        this.found =
                new Offsets(Math.min(file.header().entryCount(), file.bytes().size() / 64));
    }

    public static Entries of(JournalFile file, String artifact, Watch watch) {
        Entries entries = new Entries(file, artifact, null, watch);
        Shortened.guard(entries::collect, at -> entries.lose(Loss.Kind.TRUNCATED, at, 0, Shortened.WHY));
        return entries;
    }

    /// The entries that are linked, where all of these are among those that were seen to be whole, and in their
    /// order; null otherwise.
    ///
    /// @param seen offsets, ascending
    public static @Nullable Entries among(JournalFile file, String artifact, Offsets seen, Watch watch) {
        Entries entries = new Entries(file, artifact, seen, watch);
        entries.checkLength();
        entries.followArrays();
        return entries.broken ? null : entries;
    }

    public int count() {
        return found.count();
    }

    /// Offset of the entry object.
    public long get(int index) {
        return found.get(index);
    }

    /// The same, in the order they come.
    public Offsets offsets() {
        return found;
    }

    public List<Loss> losses() {
        return losses;
    }

    private void collect() {
        checkLength();
        followArrays();
        if (broken) {
            new Salvage(file, watch).collect(found, this::loseRegion);
            found.sortDistinct();
        }
    }

    private void checkLength() {
        JournalHeader header = file.header();
        long size = file.bytes().size();
        long claimed = header.headerSize() + header.arenaSize();
        if (header.headerSize() < JournalHeader.SMALLEST || header.headerSize() > size || claimed < 0) {
            broken = true;
            lose(Loss.Kind.UNREADABLE, 88, 16, "the header claims sizes that cannot be");
        } else if (claimed > size) {
            broken = true;
            lose(Loss.Kind.TRUNCATED, size, claimed - size, "the file ends " + (claimed - size) + " bytes early");
        }
    }

    private void followArrays() {
        long left = file.header().entryCount();
        long array = file.header().entryArrayOffset();
        while (left > 0 && array != 0) {
            if (!file.holdsEntryArray(array)) {
                broken = true;
                lose(Loss.Kind.UNREADABLE, array, 0, "no entry array where one is linked");
                return;
            }
            watch.check();
            long taken = Math.min(left, file.arrayLength(array));
            takeItems(array, taken);
            left -= taken;
            long next = file.nextArray(array);
            if (next != 0 && next <= array) {
                broken = true;
                lose(Loss.Kind.UNREADABLE, array, file.size(array), "an entry array links backwards");
                return;
            }
            array = next;
        }
        if (left != 0) {
            broken = true;
            lose(
                    Loss.Kind.UNREADABLE,
                    152,
                    8,
                    "the header counts " + Long.toUnsignedString(file.header().entryCount()) + " entries, "
                            + found.count() + " are linked");
        }
    }

    private void takeItems(long array, long items) {
        for (long i = 0; i < items; i++) {
            long entry = file.arrayItem(array, i);
            if (known == null ? file.holdsEntry(entry) : isKnown(known, entry)) {
                found.add(entry);
            } else {
                broken = true;
                lose(Loss.Kind.UNREADABLE, array, file.size(array), "item " + i + " of an entry array is no entry");
            }
        }
    }

    private boolean isKnown(Offsets whole, long entry) {
        while (knownUpTo < whole.count() && whole.get(knownUpTo) < entry) {
            knownUpTo++;
        }
        return knownUpTo < whole.count() && whole.get(knownUpTo++) == entry;
    }

    private void loseRegion(long from, long to) {
        lose(Loss.Kind.UNREADABLE, from, to - from, "no journal objects in " + (to - from) + " bytes");
    }

    private void lose(Loss.Kind kind, long offset, long length, String why) {
        if (losses.size() < Losses.MOST) {
            losses.add(new Loss(new Span(artifact, Span.NO_LINE, offset, length), kind, Loss.UNKNOWN, why));
        }
    }
}
