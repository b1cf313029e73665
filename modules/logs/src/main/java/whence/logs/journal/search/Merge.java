package whence.logs.journal.search;

import java.util.ArrayList;
import java.util.List;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.logs.journal.file.JournalFile;
import whence.logs.journal.file.Offsets;
import whence.logs.line.Shortened;

/// Walks the entries of several journal files in one order, each entry once, as `journalctl` does: entries of one
/// writer by their sequence numbers, of one boot by the monotonic clock, others by the realtime clock. One thread.
///
/// Nothing is skipped but copies: where a damaged file's numbers go backwards, its entries still come, in its order.
public final class Merge {
    private final List<Feed> feeds = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private int current = -1;
    private int second = -1;

    public Merge(List<Source> sources) {
        sources.forEach(s -> feeds.add(new Feed(s.named(), s.entries(), losses)));
    }

    /// A journal file and what it is called.
    public record Named(String name, JournalFile file) {}

    /// The entries of a file that take part.
    public record Source(Named named, Offsets entries) {}

    /// Goes to the next entry; false at the end.
    public boolean next() {
        if (current >= 0) {
            Feed left = feeds.get(current);
            left.advance();
            // Files overlap seldom: the one that was first mostly stays first, and one comparison shows it.
            if (!left.done() && (second < 0 || left.compareTo(feeds.get(second)) < 0)) {
                return true;
            }
        }
        return findFirst();
    }

    private boolean findFirst() {
        current = -1;
        second = -1;
        for (int i = 0; i < feeds.size(); i++) {
            if (feeds.get(i).done()) {
                continue;
            }
            int order = current < 0 ? -1 : feeds.get(i).compareTo(feeds.get(current));
            if (order < 0) {
                second = current;
                current = i;
            } else if (order == 0) {
                feeds.get(i--).advance(); // a copy of the current entry
            } else if (second < 0 || feeds.get(i).compareTo(feeds.get(second)) < 0) {
                second = i;
            }
        }
        return current >= 0;
    }

    /// Passes over the rest of the current entry's file, which ends at `offset` by now.
    public void giveUp(long offset) {
        feeds.get(current).giveUp(offset);
    }

    /// The file of the current entry, numbered as the feeds are.
    public int feed() {
        return current;
    }

    public JournalFile file(int feed) {
        return feeds.get(feed).file;
    }

    public int feeds() {
        return feeds.size();
    }

    /// Offset of the current entry in [#file].
    public long entry() {
        return feeds.get(current).entry;
    }

    /// How many entries there are, copies included.
    public long total() {
        return feeds.stream().mapToLong(f -> f.entries.count()).sum();
    }

    /// What was lost on the way: files that became shorter.
    public List<Loss> losses() {
        return losses;
    }

    /// One file and how far it has been walked; what the order rests on is read once an entry.
    private static final class Feed {
        private final String name;
        private final JournalFile file;
        private final Offsets entries;
        private final String writer;
        private final List<Loss> losses;
        private int index = -1;
        private long entry;
        private long seqnum;
        private long realtimeUs;
        private long monotonicUs;
        private long bootHigh;
        private long bootLow;
        private long xorHash;

        Feed(Named named, Offsets entries, List<Loss> losses) {
            this.name = named.name();
            this.file = named.file();
            this.losses = losses;
            this.entries = entries;
            this.writer = file.header().seqnumId();
            advance();
        }

        boolean done() {
            return index >= entries.count();
        }

        private void advance() {
            index++;
            if (done()) {
                return;
            }
            entry = entries.get(index);
            Shortened.guard(this::look, this::giveUp);
        }

        private void look() {
            seqnum = file.seqnum(entry);
            realtimeUs = file.realtimeUs(entry);
            monotonicUs = file.monotonicUs(entry);
            bootHigh = file.bootHigh(entry);
            bootLow = file.bootLow(entry);
            xorHash = file.xorHash(entry);
        }

        private void giveUp(long offset) {
            Span here = new Span(name, Span.NO_LINE, offset, 0);
            losses.add(new Loss(here, Loss.Kind.TRUNCATED, Loss.UNKNOWN, Shortened.WHY));
            index = entries.count();
        }

        /// systemd's order of two entries (`compare_locations` of sd-journal.c, release 254).
        private int compareTo(Feed other) {
            if (seqnum != other.seqnum && writer.equals(other.writer)) {
                return Long.compareUnsigned(seqnum, other.seqnum);
            }
            boolean sameBoot = bootHigh == other.bootHigh && bootLow == other.bootLow;
            if (sameBoot && monotonicUs != other.monotonicUs) {
                return Long.compare(monotonicUs, other.monotonicUs);
            }
            if (realtimeUs != other.realtimeUs) {
                return Long.compare(realtimeUs, other.realtimeUs);
            }
            return Long.compareUnsigned(xorHash, other.xorHash);
        }
    }
}
