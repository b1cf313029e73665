package whence.source.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.source.Site;
import whence.source.SourceTree;

class CacheTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_600_000_000_123L);

    @TempDir
    Path folder;

    private Path tree = Path.of("");
    private SourceCache cache = new SourceCache(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        tree = SmallTree.write(folder.resolve("tree"));
        cache = new SourceCache(folder.resolve("cache"));
    }

    @Test
    void answers_alike_from_a_fresh_and_a_kept_index() throws IOException {
        Map<String, String> fresh = answers();
        long written = cache.bytes();
        assertFalse(fresh.containsValue("[]"), "everything has an answer");
        assertEquals(fresh, answers());
        assertEquals(written, cache.bytes());
        cache.empty();
        assertEquals(0, cache.bytes());
    }

    @Test
    void answers_without_a_place_to_keep_anything() throws IOException {
        Map<String, String> right = answers();
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        cache = new SourceCache(file.resolve("below"));
        assertEquals(right, answers());
        assertEquals(0, cache.bytes());
        assertEquals(List.of(), cache.kept());
        cache = new SourceCache(file);
        assertEquals(right, answers());
        assertEquals("not a folder", Files.readString(file));
    }

    @Test
    void a_write_that_fails_half_way_leaves_nothing() throws IOException {
        assertThrows(
                IOException.class,
                () -> cache.keep("0123", out -> {
                    out.write(ByteBuffer.allocate(4096));
                    throw new IOException("No space left on device");
                }));
        assertEquals(0, cache.bytes());
        assertFalse(cache.open("0123").isPresent());
    }

    @Test
    void sees_an_edit() throws IOException {
        assertEquals("weld", printer("welding torch 3 is cold"));
        Files.writeString(
                tree.resolve("drivers/weld.c"), "void cut(void)\n{\n\tpr_err(\"the welding torch is hot\\n\");\n}\n");
        assertEquals("cut", printer("the welding torch is hot"));
        assertEquals("?", printer("welding torch 3 is cold"));
        Files.delete(tree.resolve("drivers/weld.c"));
        assertEquals("?", printer("the welding torch is hot"));
    }

    @Test
    void reads_only_the_edited_file_again() throws IOException {
        Path untouched = tree.resolve("kernel/frob.c");
        Files.setLastModifiedTime(untouched, LONG_AGO);
        answers();
        // As long as before and with its old time: whoever does not read it cannot see that it has changed.
        Files.writeString(untouched, SmallTree.FILES.get("kernel/frob.c").replace("cannot frob", "can not fro"));
        Files.setLastModifiedTime(untouched, LONG_AGO);
        Files.writeString(tree.resolve("drivers/weld.c"), "void cut(void)\n{\n\tpr_err(\"torch is hot\\n\");\n}\n");
        assertEquals("cut", printer("torch is hot"));
        assertEquals("frob_check", printer("cannot frobnicate unit 3 of a"));
    }

    private String printer(String line) throws IOException {
        try (SourceTree opened = SmallTree.open(tree, cache)) {
            List<Site> sites = opened.match(line).sites();
            return sites.isEmpty() ? "?" : sites.getFirst().functionName();
        }
    }

    private Map<String, String> answers() throws IOException {
        try (SourceTree opened = SmallTree.open(tree, cache)) {
            return SmallTree.answers(opened);
        }
    }
}
