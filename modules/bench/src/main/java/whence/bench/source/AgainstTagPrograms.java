package whence.bench.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import whence.bench.ChildTime;
import whence.source.files.DirectoryFiles;

/// Reads an unpacked kernel tree with this program, universal-ctags and cscope in turn, over the same files, and prints
/// what each cost, the ratios, the sizes of what they wrote, and how far the functions agree:
/// `TREE SCRATCH [RUNS] [ARCHIVE]`. Needs ctags, cscope and 3 GB in the folder `SCRATCH`.
public final class AgainstTagPrograms {
    /// What the launcher (`.mvn/launch`) gives to `whence match`.
    private static final List<String> INDEXING = List.of(
            "-XX:+UseSerialGC",
            "-Xmn32m",
            "-XX:Tier4InvocationThreshold=200000",
            "-XX:Tier4MinInvocationThreshold=24000",
            "-XX:Tier4CompileThreshold=600000",
            "-XX:Tier4BackEdgeThreshold=1600000",
            "-XX:InlineSmallCode=1000",
            "-XX:FreqInlineSize=150");

    private final String tree;
    private final Path scratch;
    private final int runs;

    private AgainstTagPrograms(String tree, Path scratch, int runs) {
        this.tree = tree;
        this.scratch = scratch;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        var comparison = new AgainstTagPrograms(arguments[0], scratch, runs);
        comparison.functions();
        comparison.index();
        if (arguments.length > 3) {
            comparison.archive(arguments[3]);
        }
    }

    private void functions() throws Exception {
        Path list = list("c", ".c");
        ChildTime theirs = null;
        ChildTime ours = null;
        for (int i = 0; i < runs; i++) {
            theirs = best(theirs, ctags(list, "tags.c"));
            ours = best(ours, java("-Xmx256m", Functions.class, tree, file("functions"), ".c"));
        }
        say("function table of the .c files", ours, "ctags", theirs);
        System.out.println(Agreement.of(scratch.resolve("tags.c"), scratch.resolve("functions")));
    }

    private void index() throws Exception {
        Path list = list("all", ".c", ".h");
        ChildTime theirs = null;
        ChildTime ours = null;
        for (int i = 0; i < runs; i++) {
            theirs = best(theirs, ctags(list, "tags"));
            ours = best(ours, indexed(tree));
        }
        say("complete index, kept, and a first answer", ours, "ctags", theirs);
        ChildTime cscope = child(List.of("cscope", "-b", "-k", "-q", "-i", list.toString(), "-f", file("cscope.out")));
        say("complete index, kept, and a first answer", ours, "cscope", cscope);
        long own = bytes(scratch.resolve("cache/whence/source"), "");
        long others = bytes(scratch, "cscope.out");
        System.out.printf(Locale.ROOT, "bytes: %d, cscope %d, ratio %.3f%n", own, others, (double) own / others);
        System.out.printf(
                Locale.ROOT,
                "opened again, whole process: %d ms of CPU%n",
                again(tree).cpuMs());
    }

    private void archive(String archive) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "from the archive: %.1f s of CPU%n",
                indexed(archive).cpuMs() / 1e3);
        System.out.printf(
                Locale.ROOT,
                "opened again, whole process: %d ms of CPU%n",
                again(archive).cpuMs());
    }

    private ChildTime indexed(String place) throws Exception {
        Path cache = scratch.resolve("cache/whence/source");
        if (Files.isDirectory(cache)) {
            try (Stream<Path> kept = Files.list(cache)) {
                for (Path file : kept.toList()) {
                    Files.delete(file);
                }
            }
        }
        return java("-Xmx1g", Opening.class, place, "EXT4-fs (vda): error count since last fsck: 3", "1");
    }

    private ChildTime again(String place) throws Exception {
        return java("-Xmx1g", Opening.class, place, "EXT4-fs (vda): mounted filesystem", "1");
    }

    private ChildTime ctags(Path list, String output) throws Exception {
        return child(List.of(
                "ctags", "--kinds-C=f", "--languages=C", "--fields=+ne", "-f", file(output), "-L", list.toString()));
    }

    private ChildTime java(String flag, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), flag));
        command.addAll(INDEXING);
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return child(command);
    }

    private ChildTime child(List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of(tree).toFile());
        builder.environment().put("XDG_CACHE_HOME", file("cache"));
        return ChildTime.of(builder);
    }

    private static ChildTime best(ChildTime before, ChildTime now) {
        return before == null ? now : before.best(now);
    }

    private static void say(String work, ChildTime ours, String name, ChildTime theirs) {
        System.out.printf(
                Locale.ROOT,
                "%-42s whence %6.2f s of CPU   %-6s %6.2f s   ratio %.2f%n",
                work,
                ours.cpuMs() / 1e3,
                name,
                theirs.cpuMs() / 1e3,
                (double) ours.cpuMs() / theirs.cpuMs());
    }

    private Path list(String name, String... endings) throws IOException {
        List<String> paths = new DirectoryFiles(Path.of(tree))
                .paths().stream()
                        .filter(path -> Stream.of(endings).anyMatch(path::endsWith))
                        .toList();
        return Files.write(scratch.resolve("files." + name), paths, StandardCharsets.UTF_8);
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }

    private static long bytes(Path folder, String beginning) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sum += file.getFileName().toString().startsWith(beginning) && Files.isRegularFile(file)
                        ? Files.size(file)
                        : 0;
            }
        }
        return sum;
    }
}
