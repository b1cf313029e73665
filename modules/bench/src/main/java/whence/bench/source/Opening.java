package whence.bench.source;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import whence.bytes.Watch;
import whence.source.SourceTree;

/// Opens a tree whose index is kept, has one line answered and closes it, again and again in one JVM: the first round
/// is what a process pays, the last what the workbench does. CPU time of all threads, and wall time.
public final class Opening {
    private Opening() {}

    /// Arguments: the tree, a line of a log, how many rounds.
    public static void main(String[] arguments) throws IOException {
        for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
            long cpu = cpu();
            long wall = System.nanoTime();
            int sites;
            long opened;
            try (SourceTree tree = SourceTree.open("tree", arguments[0], Watch.NONE)) {
                opened = System.nanoTime() - wall;
                sites = tree.match(arguments[1]).sites().size();
            }
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d ms of CPU, %.1f ms until open, %.1f ms until %d sites%n",
                    round,
                    (cpu() - cpu) / 1_000_000,
                    opened / 1e6,
                    (System.nanoTime() - wall) / 1e6,
                    sites);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
