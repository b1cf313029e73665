package whence.source.logs.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.format.KernelText;
import whence.source.logs.format.Words;
import whence.source.logs.table.AnchorWords;
import whence.source.printk.PrintkEntry;
import whence.source.printk.PrintkIndex.Listed;

/// Finds the statements of a printk index that print a line. Their formats hold what stands before the message too, so
/// they must fit the whole of it.
public final class ListedStatements {
    private static final double LEAST = 6;
    private static final int MOST = 10;

    private final List<PrintkEntry> entries;
    private final Map<Integer, List<Integer>> byWord = new HashMap<>();
    private final List<Integer> wordless = new ArrayList<>();

    /// Sorts the entries by their words; the list is not copied.
    public ListedStatements(List<PrintkEntry> entries) {
        this.entries = entries;
        Map<Integer, int[]> frequency = new HashMap<>();
        for (PrintkEntry entry : entries) {
            for (int word : AnchorWords.of(bytes(entry))) {
                frequency.computeIfAbsent(word, any -> new int[1])[0]++;
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            enter(i, frequency);
        }
    }

    private static byte[] bytes(PrintkEntry entry) {
        return entry.format().getBytes(StandardCharsets.UTF_8);
    }

    /// By the rarest word of each line that it prints.
    private void enter(int number, Map<Integer, int[]> frequency) {
        boolean found = false;
        for (String line : entries.get(number).format().split("\n")) {
            int rarest = 0;
            int least = Integer.MAX_VALUE;
            for (int word : AnchorWords.of(line.getBytes(StandardCharsets.UTF_8))) {
                int[] count = frequency.get(word);
                if (count != null && count[0] < least) {
                    least = count[0];
                    rarest = word;
                }
            }
            if (least < Integer.MAX_VALUE) {
                byWord.computeIfAbsent(rarest, any -> new ArrayList<>()).add(number);
                found = true;
            }
        }
        if (!found) {
            wordless.add(number);
        }
    }

    /// Best first; empty where none explains the line.
    public List<Listed> printing(String line) {
        String message = KernelText.of(line);
        if (message == null || message.isBlank()) {
            return List.of();
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        TreeSet<Integer> candidates = new TreeSet<>(wordless);
        Words.each(bytes, 0, bytes.length, (hash, from, to) -> candidates.addAll(byWord.getOrDefault(hash, List.of())));
        List<Listed> found = new ArrayList<>();
        for (int candidate : candidates) {
            PrintkEntry entry = entries.get(candidate);
            if (!entry.level().equals("cont") && Overlap.possible(bytes(entry), bytes)) {
                fit(entry, bytes, found);
            }
        }
        found.sort(Comparator.comparingDouble(Listed::score).reversed());
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private static void fit(PrintkEntry entry, byte[] line, List<Listed> found) {
        for (Format format : Format.of(bytes(entry)).lines()) {
            FormatMatch.Fit fit = format.ends()
                    ? FormatMatch.exactly(format, line, 0, line.length)
                    : FormatMatch.followed(format, line, 0, end -> true);
            double score = fit == null
                    ? 0
                    : new Score(line, entry.path()).whole(format, fit.values(), format.literalLetters());
            if (fit != null && score >= LEAST) {
                found.add(new Listed(entry, score, format.values(fit.values())));
                return;
            }
        }
    }
}
