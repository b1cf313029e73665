package whence.source.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.source.SourceTree;

class ForgettingTest {
    @TempDir
    Path folder;

    @Test
    void the_indexes_used_last_are_kept_with_their_notes() throws IOException {
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        for (int i = 0; i < 66; i++) {
            open(i, cache);
            // The first one is used again and again.
            open(0, cache);
        }
        List<String> places =
                cache.kept().stream().flatMap(kept -> kept.places().stream()).toList();
        assertEquals(64, places.size());
        assertTrue(places.stream().anyMatch(place -> place.endsWith("tree0")));
        assertFalse(places.stream().anyMatch(place -> place.endsWith("tree1")));
    }

    @Test
    void what_a_process_left_when_it_died_is_cleared_away_a_day_later() throws IOException {
        SourceCache cache = new SourceCache(Files.createDirectories(folder.resolve("cache")));
        Path old = Files.createFile(cache.folder().resolve("new-1.part"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_600_000_000_000L));
        Path young = Files.createFile(cache.folder().resolve("new-2.part"));
        open(0, cache);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    private void open(int number, SourceCache cache) throws IOException {
        Path tree = folder.resolve("tree" + number);
        if (!Files.exists(tree)) {
            Files.createDirectories(tree);
            Files.writeString(tree.resolve("a.c"), "int a" + number + "(void) { return 0; }\n");
        }
        SourceTree.open("t", tree.toString(), cache, Watch.NONE).close();
    }
}
