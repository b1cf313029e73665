package whence.logs.journal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.logs.journal.file.Entries;
import whence.logs.journal.file.Losses;
import whence.logs.journal.file.Offsets;

/// Which entries of which files are walked. A search looks at each message first, file by file, and where the order
/// of the rest does not depend on them leaves out all entries that it does not want.
///
/// @param wanted by source: the only entries that a search may want, ascending; null where each has to be looked at
public record Sources(List<Merge.Source> entries, List<@Nullable Offsets> wanted, List<Loss> losses) {
    /// The only entries of source `i` that a search may want.
    @Nullable
    public Offsets wanted(int i) {
        return wanted.get(i);
    }

    public static Sources of(List<Merge.Named> files, Optional<String> grep, Watch watch) {
        List<Loss> losses = new ArrayList<>();
        List<Read> read = new ArrayList<>();
        for (Merge.Named named : files) {
            if (named.file().header().strangeFlags() == 0) {
                read.add(read(named, grep, watch, losses));
            } else {
                losses.add(Losses.strange(named.name(), named.file()));
            }
        }
        boolean sparse = grep.isPresent() && read.stream().allMatch(Read::ordered) && oneWriter(read);
        List<Merge.Source> entries = new ArrayList<>();
        List<@Nullable Offsets> wanted = new ArrayList<>();
        for (Read file : read) {
            Offsets only = file.wanted();
            entries.add(new Merge.Source(file.named(), sparse && only != null ? only : file.all()));
            wanted.add(only);
        }
        return new Sources(entries, wanted, losses);
    }

    /// One file's entries.
    private record Read(
            Merge.Named named, Offsets all, @Nullable Offsets wanted, boolean ordered) {}

    private static Read read(Merge.Named named, Optional<String> grep, Watch watch, List<Loss> losses) {
        MessageSweep.Found found = grep.map(MessageFilter::new)
                .map(filter -> MessageSweep.of(named, filter, watch))
                .orElse(null);
        if (found != null) {
            return new Read(named, found.all().offsets(), found.wanted(), found.ordered());
        }
        Entries entries = Entries.of(named.file(), named.name(), watch);
        losses.addAll(entries.losses());
        return new Read(named, entries.offsets(), null, false);
    }

    /// Sequence numbers alone then decide the order, whatever is left out.
    private static boolean oneWriter(List<Read> files) {
        return files.stream()
                        .map(f -> f.named().file().header().seqnumId())
                        .distinct()
                        .count()
                <= 1;
    }
}
