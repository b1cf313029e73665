package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.source.cache.SourceCache;

class CacheTest {
    @TempDir
    Path folder;

    @Test
    void answers_alike_from_a_fresh_and_a_kept_index_and_sees_an_edit() throws IOException {
        Path source = Files.createDirectories(folder.resolve("tree/kernel"));
        Files.writeString(source.resolve("a.c"), "int a(void)\n{\n\tpr_err(\"cannot frobnicate unit %d\\n\", u);\n}\n");
        Files.writeString(source.resolve("b.c"), "#define B_LIMIT 7\nint b(void) { return a(); }\n");
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        assertEquals("a", printer(cache, "cannot frobnicate unit 3"));
        long written = cache.bytes();
        assertEquals("a", printer(cache, "cannot frobnicate unit 3"));
        assertEquals(written, cache.bytes());
        Files.writeString(
                source.resolve("a.c"), "int moved(void)\n{\n\tpr_err(\"cannot frobnicate the unit %d\\n\", u);\n}\n");
        assertEquals("moved", printer(cache, "cannot frobnicate the unit 3"));
        assertEquals("?", printer(cache, "cannot frobnicate unit 3"));
        cache.empty();
        assertEquals(0, cache.bytes());
    }

    @Test
    void builds_a_damaged_index_anew() throws IOException {
        Path source = Files.createDirectories(folder.resolve("tree/kernel"));
        Files.writeString(source.resolve("a.c"), "int a(void)\n{\n\tpr_err(\"cannot frobnicate unit %d\\n\", u);\n}\n");
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        printer(cache, "");
        for (Path index : indexes()) {
            byte[] bytes = Files.readAllBytes(index);
            Files.delete(index);
            Files.write(index, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
        assertEquals("a", printer(cache, "cannot frobnicate unit 3"));
        assertTrue(Files.size(indexes().getFirst()) > 0);
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".index")).toList();
        }
    }

    private String printer(SourceCache cache, String line) throws IOException {
        try (SourceTree tree = SourceTree.open("t", folder.resolve("tree").toString(), cache, Watch.NONE)) {
            List<Site> sites = tree.match(line).sites();
            return sites.isEmpty() ? "?" : sites.getFirst().functionName();
        }
    }
}
