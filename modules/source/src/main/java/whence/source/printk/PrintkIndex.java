package whence.source.printk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.source.logs.line.ListedStatements;

/// What the kernel that ran could print, as it says itself (`CONFIG_PRINTK_INDEX`,
/// Documentation/core-api/printk-index.rst):
/// the vmlinux list and those of modules together. It is exact where it speaks, but it lacks what goes through wrappers
/// that do not take part, and modules that were not loaded. May be asked from several threads.
public final class PrintkIndex {
    /// The name of the format, as manifests write it.
    public static final String FORMAT = "printk-index";

    private static final int HEAD = 4096;
    private static final int LONGEST = 16 << 10;
    private static final int ENOUGH = 3;

    private final List<PrintkEntry> entries;
    private final List<Loss> losses;
    private final ListedStatements statements;

    private PrintkIndex(List<PrintkEntry> entries, List<Loss> losses) {
        this.entries = List.copyOf(entries);
        this.losses = List.copyOf(losses);
        this.statements = new ListedStatements(this.entries);
    }

    /// Whether an input is such a list, by its first lines.
    public static boolean claims(Bytes content) {
        String head = content.text(0, (int) Math.min(HEAD, content.size()));
        List<String> lines = head.lines().limit(ENOUGH + 1L).toList();
        boolean titled =
                !lines.isEmpty() && lines.getFirst().matches("# <level.{0,8}> filename:line function \"format\"\\s*");
        long fitting =
                lines.stream().filter(line -> PrintkLine.read(line).isPresent()).count();
        return titled || fitting >= ENOUGH;
    }

    /// Reads one list; a line that is none costs itself.
    public static PrintkIndex read(String artifact, Bytes content, Watch watch) {
        List<PrintkEntry> entries = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        long at = 0;
        for (long number = 1; at < content.size(); number++) {
            watch.check();
            long found = content.indexOf((byte) '\n', at, content.size());
            long end = found < 0 ? content.size() : found;
            String line = content.text(at, (int) Math.min(LONGEST, end - at));
            Optional<PrintkEntry> entry = PrintkLine.read(line);
            if (entry.isPresent()) {
                entries.add(entry.get());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                Loss.Kind kind = found < 0 ? Loss.Kind.TRUNCATED : Loss.Kind.UNREADABLE;
                losses.add(new Loss(
                        new Span(artifact, number, at, end - at),
                        kind,
                        1,
                        "no statement of a printk index stands in this line"));
            }
            at = end + 1;
        }
        return new PrintkIndex(entries, losses);
    }

    /// The lists of vmlinux and of modules as one.
    public static PrintkIndex joined(List<PrintkIndex> lists) {
        return new PrintkIndex(
                lists.stream().flatMap(one -> one.entries.stream()).distinct().toList(),
                lists.stream().flatMap(one -> one.losses.stream()).toList());
    }

    public List<PrintkEntry> entries() {
        return entries;
    }

    public List<Loss> losses() {
        return losses;
    }

    /// The statements that print such a line, best first; none rather than a guess.
    public List<Listed> match(String line) {
        return statements.printing(line);
    }

    /// A statement that prints a line.
    ///
    /// @param score how much of the line it explains, in letters
    /// @param values what each conversion printed, in their order
    public record Listed(PrintkEntry entry, double score, List<whence.source.Site.Value> values) {
        public Listed {
            values = List.copyOf(values);
        }
    }
}
