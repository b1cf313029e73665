package whence.bench.source;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import whence.bytes.Watch;
import whence.source.LineMatch;
import whence.source.SourceTree;

/// Opens a tree and looks up every line of a file, one answer a line, with the CPU time of both.
public final class Match {
    private Match() {}

    /// Arguments: the tree, the file of lines.
    public static void main(String[] arguments) throws IOException {
        long before = cpu();
        try (SourceTree tree = SourceTree.open("tree", arguments[0], Watch.NONE)) {
            System.err.println("opened in " + (cpu() - before) + " ms CPU");
            List<String> lines = Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8);
            for (int round = 0; round < (arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1); round++) {
                look(tree, lines, round == 0);
            }
        }
    }

    private static void look(SourceTree tree, List<String> lines, boolean show) {
        long[] took = new long[lines.size()];
        for (int i = 0; i < took.length; i++) {
            long from = thread();
            LineMatch match = tree.match(lines.get(i));
            took[i] = thread() - from;
            if (System.getenv("SLOW") != null && took[i] > 5_000_000) {
                System.err.println(took[i] / 1000 + " us " + lines.get(i));
            }
            if (show) {
                System.out.println(lines.get(i) + "\n\t" + match.certainty());
                match.sites().stream()
                        .limit(3)
                        .forEach(site -> System.out.println("\t%.1f %s %s:%d %s %s"
                                .formatted(
                                        site.score(),
                                        site.functionName(),
                                        site.path(),
                                        site.line(),
                                        site.values(),
                                        site.format())));
            }
        }
        java.util.Arrays.sort(took);
        System.err.println("median " + took[took.length / 2] / 1000 + " us, 95th percentile "
                + took[took.length * 95 / 100] / 1000 + " us");
    }

    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }
}
