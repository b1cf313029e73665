package whence.trail.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
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
import whence.trail.verdict.Judge;
import whence.trail.verdict.TreeJudge;

/// A function that is there in two ways, and a session that says how the kernel was configured.
class ConfiguredTest {
    private static final String TWO_WAYS = """
            #ifdef CONFIG_GIZMO
            int gizmo_filter(int mode)
            {
            	if (mode)
            		return -EINVAL;
            	return 0;
            }
            #else
            int gizmo_filter(int mode)
            {
            	return -EINVAL;
            }
            #endif
            """;

    @TempDir
    Path folder;

    @Test
    void the_configuration_of_the_kernel_that_ran_leaves_one_of_two_bodies() throws Exception {
        assertEquals(List.of(5, 6), exits("6.1.192", "CONFIG_GIZMO=y"));
        assertEquals(List.of(11), exits("6.1.192", "# CONFIG_GIZMO is not set"));
    }

    @Test
    void that_of_another_kernel_leaves_both() throws Exception {
        assertEquals(List.of(5, 6, 11), exits("5.10.0", "CONFIG_GIZMO=y"));
    }

    /// Lines of the returns that are judged.
    private List<Integer> exits(String configured, String option) throws IOException, SessionException {
        Path session = Files.createDirectories(folder.resolve("session"));
        Files.writeString(
                session.resolve("config"),
                "# Linux/x86 " + configured + " Kernel Configuration\nCONFIG_64BIT=y\n" + option
                        + "\n# CONFIG_SLOB is not set\n");
        Files.writeString(
                session.resolve("dmesg.txt"),
                "[    0.000000] Linux version 6.1.0-56-amd64 (builder@host) (gcc-12) #1 SMP Debian 6.1.192-1\n");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.createDirectories(tree.resolve("kernel"));
        Files.writeString(tree.resolve("Makefile"), "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 192\n");
        Files.writeString(tree.resolve("kernel/gizmo.c"), TWO_WAYS);
        try (Session opened = Session.open(List.of(session), folder.resolve("state"), Watch.NONE)) {
            opened.addSource("tree", tree.toString(), Watch.NONE);
            Ground ground = Ground.of(opened, Watch.NONE);
            LabelledSource source = ground.sources().getFirst();
            Judge judge = new TreeJudge(source, ground.configuration(source));
            return judge.judge("gizmo_filter", Evidence.NONE).orElseThrow().exits().stream()
                    .map(judged -> judged.exit().returnLine())
                    .toList();
        }
    }
}
