package whence.source.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.source.SourceTree;
import whence.source.cache.SourceCache;

class FirstFilesTest {
    private static final int FILES = 300;

    @TempDir
    Path folder;

    @Test
    void what_another_tree_has_alike_is_copied_from_its_index() throws IOException {
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        open(version(folder.resolve("6.1.190"), "", FILES), cache).close();
        assertEquals(FILES - 2, copied(version(folder.resolve("6.1.192"), "edited", 2), cache));
        assertEquals(0, copied(version(folder.resolve("6.12"), "other", 100), cache), "too little in common");
    }

    @Test
    void a_copied_index_answers_as_a_fresh_one() throws IOException {
        SourceCache cache = new SourceCache(folder.resolve("cache"));
        open(version(folder.resolve("a"), "", FILES), cache).close();
        Path next = version(folder.resolve("b"), "edited", 3);
        try (SourceTree copied = open(next, cache);
                SourceTree fresh = open(next, new SourceCache(folder.resolve("empty")))) {
            assertEquals(fresh.functions(), copied.functions());
            for (String line : List.of("torch 2 is cold", "torch edited2 is cold", "torch 299 is cold")) {
                assertEquals(fresh.match(line).sites(), copied.match(line).sites(), line);
            }
            assertEquals(fresh.macros("LIMIT_7"), copied.macros("LIMIT_7"));
        }
    }

    private static int copied(Path tree, SourceCache cache) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (SourceTree read = open(tree, new SourceCache(tree.resolveSibling("unused")))) {
            for (String path : read.paths()) {
                files.put(path, read.bytes(path).orElseThrow());
            }
        }
        try (FirstFiles first = new FirstFiles(cache)) {
            files.forEach((path, bytes) -> first.file(path, bytes, bytes.length));
            return first.builder().copied();
        }
    }

    /// A tree in which the first `edited` files differ from those of the version without a name.
    private static Path version(Path tree, String name, int edited) throws IOException {
        Files.createDirectories(tree);
        for (int i = 0; i < FILES; i++) {
            String said = i < edited ? name + i : String.valueOf(i);
            String text = "#define LIMIT_" + i + " " + i + "\nvoid weld_" + i + "(void)\n{\n\tpr_warn(\"torch " + said
                    + " is cold\\n\");\n}\n";
            Files.write(tree.resolve("%03d.c".formatted(i)), text.getBytes(StandardCharsets.UTF_8));
        }
        return tree;
    }

    private static SourceTree open(Path tree, SourceCache cache) throws IOException {
        return SourceTree.open("t", tree.toString(), cache, Watch.NONE);
    }
}
