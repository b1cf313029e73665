package whence.source.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.source.Function;
import whence.source.SourceTree;

/// However a directory was changed since its index was made, the answers are those of the directory as it is.
class EditedTreeTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_600_000_000_123L);

    @TempDir
    Path folder;

    private Path tree = Path.of("");
    private SourceCache cache = new SourceCache(Path.of(""));

    @BeforeEach
    void index() throws IOException {
        tree = SmallTree.write(folder.resolve("tree"));
        cache = new SourceCache(folder.resolve("cache"));
        age();
        assertEquals(List.of("kernel/frob.c"), definedIn("frob_check"));
    }

    @Test
    void a_file_in_a_new_folder() throws IOException {
        Files.createDirectories(tree.resolve("sound/soc"));
        Files.writeString(tree.resolve("sound/soc/frob.c"), "int frob_check(void) { return 0; }\n");
        assertEquals(List.of("kernel/frob.c", "sound/soc/frob.c"), definedIn("frob_check"));
    }

    @Test
    void a_file_that_went() throws IOException {
        Files.delete(tree.resolve("kernel/frob.c"));
        assertEquals(List.of(), definedIn("frob_check"));
    }

    @Test
    void a_file_written_over_in_place() throws IOException {
        Path weld = tree.resolve("drivers/weld.c");
        Files.writeString(weld, "int frob_check(void) { return 0; }\n");
        assertEquals(List.of("drivers/weld.c", "kernel/frob.c"), definedIn("frob_check"));
    }

    @Test
    void a_file_written_twice_in_one_tick_of_the_clock() throws IOException {
        Path weld = tree.resolve("drivers/weld.c");
        Files.writeString(weld, "int first(void) { return 0; }\n");
        FileTime tick = Files.getLastModifiedTime(weld);
        assertEquals(List.of("drivers/weld.c"), definedIn("first"));
        Files.writeString(weld, "int other(void) { return 0; }\n");
        Files.setLastModifiedTime(weld, tick);
        assertEquals(List.of("drivers/weld.c"), definedIn("other"));
    }

    @Test
    void a_tree_that_was_only_touched_keeps_its_index() throws IOException {
        Map<Path, Object> before = indexFiles();
        Files.setLastModifiedTime(tree.resolve("kernel/frob.c"), FileTime.fromMillis(1_700_000_000_000L));
        Files.createDirectories(tree.resolve("Documentation"));
        assertEquals(List.of("kernel/frob.c"), definedIn("frob_check"));
        assertEquals(before, indexFiles());
        Files.writeString(tree.resolve("kernel/frob.c"), "int frob_check(void) { return 0; }\n");
        assertEquals(List.of("kernel/frob.c"), definedIn("frob_check"));
        assertNotEquals(before, indexFiles());
    }

    /// What is not read cannot be missed when it cannot be read.
    @Test
    void an_edit_reads_the_edited_file_alone() throws IOException {
        Path copy = Files.copy(tree.resolve("kernel/frob.c"), tree.resolve("kernel/frob_copy.c"));
        List<String> both = List.of("kernel/frob.c", "kernel/frob_copy.c");
        assertEquals(both, definedIn("frob_check"));
        age();
        assertEquals(both, definedIn("frob_check"));
        for (Path unread : List.of(tree.resolve("kernel/frob.c"), copy)) {
            BasicFileAttributes look = Files.readAttributes(unread, BasicFileAttributes.class);
            Files.write(unread, new byte[(int) look.size()]);
            Files.setLastModifiedTime(unread, look.lastModifiedTime());
        }
        Files.writeString(tree.resolve("drivers/weld.c"), "int edited(void) { return 0; }\n");
        assertEquals(List.of("drivers/weld.c"), definedIn("edited"));
        assertEquals(both, definedIn("frob_check"));
    }

    @Test
    void folders_of_tools_are_no_part_of_the_tree() throws IOException {
        Files.createDirectories(tree.resolve(".git/hooks"));
        Files.writeString(tree.resolve(".git/hooks/frob.c"), "int frob_check(void) { return 0; }\n");
        assertEquals(List.of("kernel/frob.c"), definedIn("frob_check"));
    }

    @Test
    void what_was_lost_is_said_again_when_the_index_is_opened_again() throws IOException {
        try (FileChannel sparse = FileChannel.open(
                tree.resolve("kernel/huge.c"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.allocate(1), 65L << 20);
        }
        List<String> said = losses();
        assertEquals(List.of("kernel/huge.c: larger than 64 MiB, left out"), said);
        age();
        assertEquals(said, losses());
        assertEquals(said, losses());
        Files.writeString(tree.resolve("kernel/huge.c"), "int huge(void) { return 0; }\n");
        assertEquals(List.of(), losses());
        assertEquals(List.of("kernel/huge.c"), definedIn("huge"));
    }

    private List<String> losses() throws IOException {
        try (SourceTree opened = SmallTree.open(tree, cache)) {
            return opened.losses().stream()
                    .map(loss -> loss.span().artifact() + ": " + loss.why())
                    .toList();
        }
    }

    private List<String> definedIn(String function) throws IOException {
        try (SourceTree opened = SmallTree.open(tree, cache)) {
            return opened.function(function).stream()
                    .map(Function::path)
                    .sorted()
                    .toList();
        }
    }

    /// Makes everything old, as a tree is that was unpacked some time ago.
    private void age() throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, LONG_AGO);
            }
        }
    }

    /// The index files by name, each with the number that its file system gave it.
    private Map<Path, Object> indexFiles() throws IOException {
        Map<Path, Object> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(cache.folder(), "*.index")) {
            for (Path file : files) {
                found.put(
                        file,
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey());
            }
        }
        return found;
    }
}
