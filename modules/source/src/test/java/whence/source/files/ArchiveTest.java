package whence.source.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.CancelledException;
import whence.bytes.Watch;
import whence.source.SourceTree;
import whence.source.cache.SourceCache;

class ArchiveTest {
    private static final String WELD = "void weld(void)\n{\n\tpr_warn(\"the torch is cold\\n\");\n}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"linux-6.1.tar", "linux-6.1.tar.gz", "linux.tgz", "linux-6.1.tar.xz", "linux-6.1.tar.zst"})
    void opens_a_tree_as_distributions_pack_it(String name) throws IOException {
        Path archive = new TarBuilder()
                .file("linux-6.1/README", "no C")
                .file("linux-6.1/drivers/weld.c", WELD)
                .file("linux-6.1/include/linux/weld.h", "void weld(void);\n")
                .write(folder.resolve(name));
        for (int time = 0; time < 2; time++) {
            try (SourceTree tree = open(archive)) {
                assertEquals(List.of("drivers/weld.c", "include/linux/weld.h"), tree.paths());
                assertEquals(
                        "weld",
                        tree.match("the torch is cold").sites().getFirst().functionName());
                assertEquals(WELD, new String(tree.bytes("drivers/weld.c").orElseThrow(), StandardCharsets.UTF_8));
                assertEquals(List.of(), tree.losses());
            }
        }
    }

    @Test
    void paths_that_lead_out_of_the_tree_and_links_are_no_files_of_it() throws IOException {
        Path archive = new TarBuilder()
                .file("linux-6.1/drivers/weld.c", WELD)
                .file("../../etc/passwd.c", "int root;")
                .file("linux-6.1/../../secret.h", "int secret;")
                .file("/etc/shadow.c", "int shadow;")
                .link('2', "linux-6.1/drivers/loop.c", "loop.c")
                .link('2', "linux-6.1/drivers/passwd.h", "/etc/passwd")
                .link('1', "linux-6.1/drivers/again.c", "linux-6.1/drivers/weld.c")
                .write(folder.resolve("linux.tar.gz"));
        try (SourceTree tree = open(archive)) {
            assertEquals(List.of("drivers/weld.c"), tree.paths());
            assertEquals(
                    List.of("../../etc/passwd.c", "linux-6.1/../../secret.h", "/etc/shadow.c"),
                    tree.losses().stream().map(loss -> loss.span().artifact()).toList());
        }
    }

    @Test
    void of_two_files_under_one_path_the_first_counts() throws IOException {
        Path archive = new TarBuilder()
                .file("linux/kernel/a.c", "void first(void)\n{\n}\n")
                .file("linux/kernel/a.c", "void second(void)\n{\n}\n")
                .file("linux/kernel/b.c", "void third(void)\n{\n}\n")
                .write(folder.resolve("linux.tar"));
        try (SourceTree tree = open(archive)) {
            assertEquals(List.of("kernel/a.c", "kernel/b.c"), tree.paths());
            assertEquals(
                    List.of("first kernel/a.c", "third kernel/b.c"),
                    tree.functions().stream()
                            .map(function -> function.name() + " " + function.path())
                            .toList());
        }
    }

    @Test
    void a_damaged_archive_gives_what_stands_before_the_damage_and_says_so() throws IOException {
        byte[] whole = Files.readAllBytes(new TarBuilder()
                .file("linux/kernel/a.c", "void first(void)\n{\n}\n".repeat(400))
                .file("linux/kernel/b.c", "void second(void)\n{\n}\n".repeat(400))
                .write(folder.resolve("linux.tar.gz")));
        Path cut = folder.resolve("cut.tar.gz");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertEquals(1, read(new ArchiveFiles(cut)).losses().size(), "cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g'})
    void a_header_that_claims_gigabytes_takes_neither_memory_nor_time(char type) throws IOException {
        Path archive = new TarBuilder()
                .file("linux/kernel/a.c", WELD)
                .header(type, "linux/kernel/long.c", 7L << 30, "")
                .writeBomb(folder.resolve("bomb.tar.xz"), 8L << 20);
        ArchiveFiles files = new ArchiveFiles(archive);
        assertTrue(read(files).paths().contains("kernel/a.c"));
        assertEquals(1, files.losses().size());
    }

    @Test
    void a_file_larger_than_any_of_a_kernel_is_left_out_unread() throws IOException {
        Path archive = new TarBuilder()
                .header('0', "linux/kernel/huge.c", 65L << 20, "")
                .writeBomb(folder.resolve("huge.tar.gz"), 65L << 20);
        Read read = read(new ArchiveFiles(archive));
        assertEquals(List.of(), read.paths());
        assertEquals(List.of("kernel/huge.c: larger than 64 MiB, left out"), read.losses());
    }

    @Test
    void thousands_of_losses_are_not_all_said() throws IOException {
        TarBuilder tar = new TarBuilder();
        for (int i = 0; i < 3_000; i++) {
            tar.file("../" + i + ".c", "");
        }
        ArchiveFiles files = new ArchiveFiles(tar.write(folder.resolve("many.tar")));
        assertEquals(1_000, read(files).losses().size());
    }

    @Test
    void reading_says_how_far_it_is_and_can_be_given_up_inside_a_member() throws IOException {
        Path archive = new TarBuilder()
                .header('0', "linux/kernel/noC.bin", 64L << 20, "")
                .writeBomb(folder.resolve("long.tar.gz"), 64L << 20);
        List<Long> said = new ArrayList<>();
        Watch watch = new Watch() {
            @Override
            public void progress(long done, long total) {
                assertTrue(done <= total);
                said.add(done);
            }

            @Override
            public boolean cancelled() {
                return said.size() > 5;
            }
        };
        assertThrows(
                CancelledException.class, () -> new ArchiveFiles(archive).each((path, bytes, length) -> {}, watch));
        assertEquals(6, said.size());
    }

    private SourceTree open(Path archive) throws IOException {
        return SourceTree.open("t", archive.toString(), new SourceCache(folder.resolve("cache")), Watch.NONE);
    }

    /// What came out of an archive.
    private record Read(List<String> paths, List<String> losses) {}

    private static Read read(ArchiveFiles files) throws IOException {
        TreeMap<String, byte[]> read = new TreeMap<>();
        files.each((path, bytes, length) -> read.put(path, Arrays.copyOf(bytes, length)), Watch.NONE);
        return new Read(
                List.copyOf(read.keySet()),
                files.losses().stream()
                        .map(loss -> loss.span().artifact() + ": " + loss.why())
                        .toList());
    }
}
