package whence.source.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.source.SourceTree;

/// Whatever happened to a file of the cache, the answers are those of a fresh index.
class DamagedCacheTest {
    private static final int FLIPS = 150;
    private static final Logger LOGGER = Logger.getLogger("whence.source");

    @TempDir
    Path folder;

    private Path tree = Path.of("");
    private SourceCache cache = new SourceCache(Path.of(""));
    private Map<String, String> right = Map.of();

    @BeforeAll
    static void quiet() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LOGGER.setLevel(null);
    }

    @BeforeEach
    void fill() throws IOException {
        tree = SmallTree.write(folder.resolve("tree"));
        cache = new SourceCache(folder.resolve("cache"));
        right = answers();
    }

    @Test
    void a_flipped_byte_anywhere_changes_no_answer() throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        for (String kind : List.of(".index", ".place")) {
            Path file = only(kind);
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < FLIPS; i++) {
                byte[] bad = good.clone();
                // The header and the end of the file get their share.
                int at = i < 40 ? i * 13 % bad.length : i < 60 ? bad.length - i + 39 : random.nextInt(bad.length);
                bad[at] ^= (byte) (1 << random.nextInt(8));
                replace(file, bad);
                assertEquals(right, answers(), kind + ", byte " + at);
            }
        }
    }

    @Test
    void a_file_cut_short_or_grown_changes_no_answer() throws IOException {
        Path file = only(".index");
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 40, 200, 1000, good.length / 2, good.length - 1, good.length + 1}) {
            replace(file, Arrays.copyOf(good, length));
            assertEquals(right, answers(), "cut to " + length);
        }
    }

    @Test
    void the_index_of_another_tree_under_its_name_changes_no_answer() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                other.resolve("o.c"), "int frob_check(void) { pr_err(\"cannot frobnicate unit %d\\n\", 1); }\n");
        Path file = only(".index");
        SourceCache foreign = new SourceCache(folder.resolve("foreign"));
        SmallTree.open(other, foreign).close();
        try (Stream<Path> files = Files.list(foreign.folder())) {
            Path its = files.filter(f -> f.toString().endsWith(".index"))
                    .findFirst()
                    .orElseThrow();
            replace(file, Files.readAllBytes(its));
        }
        assertEquals(right, answers());
    }

    @Test
    void what_is_damaged_under_an_open_tree_before_it_is_read_changes_no_answer() throws IOException {
        for (int file = 0; file < 300; file++) {
            String name = "frob" + file;
            Files.writeString(
                    tree.resolve("kernel/" + name + ".c"),
                    "void " + name + "(void)\n{\n\tpr_err(\"no torch for bench " + name + "\\n\");\n"
                            + ("\t" + name + "_x" + name + "_y(" + file + ");\n").repeat(3) + "}\n");
        }
        Map<String, String> fresh = answers();
        Path index = newest();
        try (SourceTree opened = SmallTree.open(tree, cache);
                FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE)) {
            long size = Files.size(index);
            channel.write(ByteBuffer.allocate((int) (size / 5)), size * 2 / 5);
            assertEquals(fresh, SmallTree.answers(opened));
        }
        assertEquals(fresh, answers());
    }

    @Test
    void a_file_cut_off_under_an_open_tree_changes_no_answer() throws IOException {
        Path file = only(".index");
        try (SourceTree opened = SmallTree.open(tree, cache);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
            assertEquals(right, SmallTree.answers(opened));
        }
        assertEquals(right, answers());
    }

    private Map<String, String> answers() throws IOException {
        try (SourceTree opened = SmallTree.open(tree, cache)) {
            return SmallTree.answers(opened);
        }
    }

    private Path newest() throws IOException {
        try (Stream<Path> files = Files.list(cache.folder())) {
            return files.filter(file -> file.toString().endsWith(".index"))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.list(cache.folder())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
