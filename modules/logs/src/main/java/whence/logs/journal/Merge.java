package whence.logs.journal;

import java.util.ArrayList;
import java.util.List;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// Walks the entries of several journal files in one order, each entry once, as `journalctl` does: entries of one
/// writer by their sequence numbers, of one boot by the monotonic clock, others by the realtime clock. One thread.
///
/// Nothing is skipped but copies: where a damaged file's numbers go backwards, its entries still come, in its order.
final class Merge {
    private final List<Feed> feeds = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private int current = -1;

    /// @param files by the names that losses speak of
    Merge(List<Named> files, Watch watch) {
        for (Named named : files) {
            JournalFile file = named.file();
            if (file.header().strangeFlags() != 0) {
                losses.add(JournalReader.strange(named.name(), file));
                continue;
            }
            Entries entries = Entries.of(file, named.name(), watch);
            losses.addAll(entries.losses());
            feeds.add(new Feed(named.name(), file, entries));
        }
    }

    /// A journal file and what it is called.
    record Named(String name, JournalFile file) {}

    /// Goes to the next entry; false at the end.
    boolean next() {
        if (current >= 0) {
            leave();
        }
        current = -1;
        for (int i = 0; i < feeds.size(); i++) {
            if (!feeds.get(i).done() && (current < 0 || Order.compare(feeds.get(i), feeds.get(current)) < 0)) {
                current = i;
            }
        }
        return current >= 0;
    }

    /// Passes over the current entry and over its copies at the heads of other files.
    private void leave() {
        Feed left = feeds.get(current);
        for (int i = 0; i < feeds.size(); i++) {
            Feed other = feeds.get(i);
            if (i != current && !other.done() && Order.compare(other, left) == 0) {
                other.advance();
            }
        }
        left.advance();
    }

    /// The file of the current entry, numbered as the feeds are.
    int feed() {
        return current;
    }

    /// What the current entry's file is called; empty before the first and behind the last.
    String name() {
        return current < 0 ? "" : feeds.get(current).name;
    }

    JournalFile file(int feed) {
        return feeds.get(feed).file;
    }

    int feeds() {
        return feeds.size();
    }

    /// Offset of the current entry in [#file].
    long entry() {
        return feeds.get(current).entry;
    }

    /// How many entries there are, copies included.
    long total() {
        return feeds.stream().mapToLong(f -> f.entries.count()).sum();
    }

    List<Loss> losses() {
        return losses;
    }

    /// One file and how far it has been walked.
    static final class Feed {
        private final String name;
        final JournalFile file;
        private final Entries entries;
        private int index = -1;
        long entry;

        Feed(String name, JournalFile file, Entries entries) {
            this.name = name;
            this.file = file;
            this.entries = entries;
            advance();
        }

        boolean done() {
            return index >= entries.count();
        }

        private void advance() {
            index++;
            entry = done() ? 0 : entries.get(index);
        }
    }

    /// systemd's order of two entries (`compare_locations` of sd-journal.c, release 254).
    private static final class Order {
        static int compare(Feed a, Feed b) {
            JournalFile left = a.file;
            JournalFile right = b.file;
            if (left.header().seqnumId().equals(right.header().seqnumId())) {
                int bySeqnum = Long.compareUnsigned(left.seqnum(a.entry), right.seqnum(b.entry));
                if (bySeqnum != 0) {
                    return bySeqnum;
                }
            }
            if (left.bootHigh(a.entry) == right.bootHigh(b.entry) && left.bootLow(a.entry) == right.bootLow(b.entry)) {
                int byMonotonic = Long.compare(left.monotonicUs(a.entry), right.monotonicUs(b.entry));
                if (byMonotonic != 0) {
                    return byMonotonic;
                }
            }
            int byRealtime = Long.compare(left.realtimeUs(a.entry), right.realtimeUs(b.entry));
            return byRealtime != 0 ? byRealtime : Long.compareUnsigned(left.xorHash(a.entry), right.xorHash(b.entry));
        }
    }
}
