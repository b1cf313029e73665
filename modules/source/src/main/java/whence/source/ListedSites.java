package whence.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.source.printk.PrintkEntry;
import whence.source.printk.PrintkIndex;

/// What a printk index says of a line, in a tree: only where the tree has the function at the line that the index
/// names, for else it is not the one that the kernel was built from.
record ListedSites(SourceTree tree, PrintkIndex index) {

    List<Site> of(String line) {
        List<Site> sites = new ArrayList<>();
        for (PrintkIndex.Listed listed : index.match(line)) {
            PrintkEntry entry = listed.entry();
            function(entry)
                    .ifPresent(function -> sites.add(new Site(
                            tree.label(),
                            entry.path(),
                            entry.line(),
                            function,
                            "printk",
                            entry.format().stripTrailing(),
                            entry.level(),
                            listed.score(),
                            listed.values(),
                            "")));
        }
        return sites;
    }

    private Optional<Function> function(PrintkEntry entry) {
        return tree.function(entry.function()).stream()
                .filter(one -> one.statedFile().equals(entry.path()) && one.spans(entry.line()))
                .findFirst();
    }
}
