package whence.bench.logs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.bench.ChildTime;

/// Runs journalctl and this program in turn on a directory of journals and prints what both cost and the ratios:
/// `DIRECTORY [RUNS] [WORD]`. Needs systemd's journalctl. A directory of 1.2 million entries is what the targets in
/// `modules/logs/README.md` speak of.
public final class JournalAgainstJournalctl {
    /// What the launcher (`.mvn/launch`) gives to a search, and to other long work.
    private static final List<String> SEARCH = List.of("-XX:TieredStopAtLevel=1");

    private static final List<String> PATIENT = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private JournalAgainstJournalctl() {}

    private record Work(String name, List<String> theirs, List<String> ours) {}

    public static void main(String[] arguments) throws Exception {
        String directory = Path.of(arguments[0]).toAbsolutePath().toString();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        String word = arguments.length > 2 ? arguments[2] : "extra_isize";
        List<Work> works = List.of(
                new Work(
                        "-o export",
                        journalctl(directory, "-o", "export"),
                        java(PATIENT, PrintJournal.class, directory, "EXPORT")),
                new Work(
                        "-o json",
                        journalctl(directory, "-o", "json"),
                        java(PATIENT, PrintJournal.class, directory, "JSON")),
                new Work(
                        "--grep " + word,
                        journalctl(directory, "-o", "cat", "--grep", word),
                        java(SEARCH, PrintJournal.class, directory, "CAT", word)),
                new Work(
                        "into the timeline (journalctl: -o export)",
                        journalctl(directory, "-o", "export"),
                        java(PATIENT, LoadJournal.class, directory)));
        System.out.println("CPU and wall time in seconds, the best of " + runs + "; ours with the start of its JVM");
        for (Work work : works) {
            compare(work, runs);
        }
    }

    private static void compare(Work work, int runs) throws Exception {
        ChildTime theirs = new ChildTime(Long.MAX_VALUE, Long.MAX_VALUE);
        ChildTime ours = theirs;
        for (int i = 0; i < runs; i++) {
            theirs = best(theirs, ChildTime.of(work.theirs()));
            ours = best(ours, ChildTime.of(work.ours()));
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s journalctl %6.2f CPU %6.2f wall   whence %6.2f CPU %6.2f wall   ratio %.2f CPU %.2f wall%n",
                work.name(),
                theirs.cpuMs() / 1e3,
                theirs.wallMs() / 1e3,
                ours.cpuMs() / 1e3,
                ours.wallMs() / 1e3,
                (double) ours.cpuMs() / theirs.cpuMs(),
                (double) ours.wallMs() / theirs.wallMs());
    }

    private static ChildTime best(ChildTime a, ChildTime b) {
        return new ChildTime(Math.min(a.cpuMs(), b.cpuMs()), Math.min(a.wallMs(), b.wallMs()));
    }

    private static List<String> journalctl(String directory, String... options) {
        List<String> command = new ArrayList<>(List.of("journalctl", "-q", "--no-pager", "--directory=" + directory));
        command.addAll(List.of(options));
        return command;
    }

    private static List<String> java(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx190m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
