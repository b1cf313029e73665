package whence.trail.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.branches.Evidence;
import whence.bytes.Watch;
import whence.session.LabelledSource;
import whence.session.Session;
import whence.session.SessionException;

/// A tree holds programs and samples that define what the kernel defines too, by the same names.
class ForeignBodiesTest {
    private static final String BODY = "int zork_load(int a)\n{\n\tif (a)\n\t\treturn -%s;\n\treturn 0;\n}\n";

    @TempDir
    Path folder;

    @Test
    void what_tools_samples_and_scripts_define_is_no_body_of_the_kernel() throws Exception {
        write("tools/lib/zork.c", "EIO");
        write("tools/testing/selftests/zork/zork.c", "EBADF");
        write("samples/zork/zork.c", "EPERM");
        write("scripts/zork.c", "ENOMEM");
        write("kernel/zork.c", "EINVAL");
        assertEquals(List.of("kernel/zork.c -EINVAL", "kernel/zork.c 0"), exits());
    }

    @Test
    void where_only_they_define_it_the_kernel_has_no_body() throws Exception {
        write("tools/lib/zork.c", "EIO");
        assertEquals(List.of(), exits());
    }

    @Test
    void two_bodies_of_the_kernel_both_count() throws Exception {
        write("kernel/zork.c", "EINVAL");
        write("mm/zork.c", "ENOMEM");
        assertTrue(exits().containsAll(List.of("kernel/zork.c -EINVAL", "mm/zork.c -ENOMEM")));
    }

    private void write(String path, String error) throws Exception {
        Path file = folder.resolve("tree").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, BODY.formatted(error));
    }

    private List<String> exits() throws Exception {
        Path session = Files.createDirectories(folder.resolve("session"));
        Files.writeString(session.resolve("dmesg.txt"), "[    1.000000] zork: loaded\n");
        try (Session opened = open(session)) {
            opened.addSource("tree", folder.resolve("tree").toString(), Watch.NONE);
            LabelledSource source = opened.sources().getFirst();
            return new TreeJudge(source)
                    .judge("zork_load", Evidence.NONE).stream()
                            .flatMap(judged -> judged.exits().stream())
                            .map(exit -> exit.exit().file() + " "
                                    + exit.exit().values().getFirst())
                            .toList();
        }
    }

    private Session open(Path session) throws SessionException {
        return Session.open(List.of(session), folder.resolve("state"), Watch.NONE);
    }
}
