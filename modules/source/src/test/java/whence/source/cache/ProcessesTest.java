package whence.source.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.source.SourceTree;

class ProcessesTest {
    @TempDir
    Path folder;

    @Test
    void processes_that_build_one_index_at_once_all_answer_and_leave_one() throws IOException, InterruptedException {
        Path tree = SmallTree.write(folder.resolve("tree"));
        Path cache = folder.resolve("cache");
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            started.add(start(tree, cache));
        }
        String right;
        try (SourceTree alone = SmallTree.open(tree, new SourceCache(folder.resolve("alone")))) {
            right = SmallTree.answers(alone).toString();
        }
        for (Process process : started) {
            assertEquals(right, new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, process.waitFor());
        }
        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(
                    List.of("index", "place"),
                    files.map(ProcessesTest::ending).sorted().toList());
        }
    }

    @Test
    void a_process_that_is_killed_leaves_a_cache_that_answers() throws IOException, InterruptedException {
        Path tree = SmallTree.write(folder.resolve("tree"));
        Path cache = Files.createDirectories(folder.resolve("cache"));
        String right;
        try (SourceTree alone = SmallTree.open(tree, new SourceCache(folder.resolve("alone")))) {
            right = SmallTree.answers(alone).toString();
        }
        Process process = start(tree, cache);
        // Until it writes, if it comes so far: the first file that appears is the one it is writing.
        while (process.isAlive() && isEmpty(cache)) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        try (SourceTree opened = SmallTree.open(tree, new SourceCache(cache))) {
            assertEquals(right, SmallTree.answers(opened).toString());
        }
    }

    @Test
    void a_process_that_ends_while_it_writes_leaves_nothing() throws IOException, InterruptedException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        assertEquals(3, start(EndInProcess.class, cache).waitFor());
        assertTrue(isEmpty(cache));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Process start(Path tree, Path cache) throws IOException {
        return start(OpenInProcess.class, tree, cache);
    }

    private static Process start(Class<?> main, Path... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
