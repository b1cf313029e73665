package whence.trail.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.branches.Evidence;
import whence.branches.value.Premise;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.session.LabelledSource;
import whence.session.Session;
import whence.session.SessionException;
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

    private static final int GUARDED_FROM = (int) TWO_WAYS.lines().count() + 1;
    private static final String GUARDED = """
            int gizmo_mode(int mode)
            {
            	if (IS_ENABLED(CONFIG_GIZMO) && mode == 3) return -EINVAL;
            	if (!IS_ENABLED(CONFIG_GIZMO)) return -EINVAL;
            #ifdef CONFIG_GIZMO
            	if (mode == 4) return -EINVAL;
            #endif
            	return 0;
            }
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

    @Test
    void a_guard_that_asks_for_an_option_is_decided_by_the_configuration() throws Exception {
        assertEquals(List.of("2: survives", "3: survives", "5: survives"), guarded("none", "CONFIG_GIZMO=y"));
        assertEquals(
                List.of("2: survives", "3: survives", "5: survives"),
                guarded("5.10.0", "CONFIG_GIZMO=y"),
                "of another");
        assertEquals(List.of("2: survives", "3: eliminated", "5: survives"), guarded("6.1.192", "CONFIG_GIZMO=y"));
        assertEquals(
                List.of("2: eliminated", "3: survives", "5: eliminated"),
                guarded("6.1.192", "# CONFIG_GIZMO is not set"));
    }

    @Test
    void the_configuration_is_as_sure_as_it_is_that_of_the_kernel_that_ran() throws Exception {
        assertEquals(Grade.DERIVED, grade("6.1.192", "config"));
        assertEquals(Grade.ASSUMED, grade("6.1.100", "config"));
        assertEquals(Grade.DERIVED, grade("6.1.192", "config-6.1.0-56-amd64"));
        assertEquals(null, grade("6.1.192", "config-6.1.0-56-rt-amd64"), "of another flavour");
        assertEquals(null, grade("6.12.1", "config"));
    }

    private @Nullable Grade grade(String configured, String name) throws IOException, SessionException {
        return with(configured, "CONFIG_GIZMO=y", name, (ground, source) -> {
            Premise premise = ground.options(source).premise();
            return premise == null ? null : premise.grade();
        });
    }

    private List<String> guarded(String configured, String option) throws IOException, SessionException {
        return with(
                configured,
                option,
                "config",
                (ground, source) -> new TreeJudge(source, ground.options(source), ground.architecture())
                                .judge(
                                        "gizmo_mode",
                                        Evidence.NONE.returned(-22, new Premise("it", Grade.OBSERVED, List.of())))
                                .orElseThrow()
                                .exits()
                                .stream()
                                .filter(e -> !e.exit().values().equals(List.of("0")))
                                .map(e -> e.exit().line() - GUARDED_FROM + ": "
                                        + e.state().name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    /// Lines of the returns that are judged.
    private List<Integer> exits(String configured, String option) throws IOException, SessionException {
        return with(
                configured,
                option,
                "config",
                (ground, source) -> new TreeJudge(source, ground.options(source), ground.architecture())
                        .judge("gizmo_filter", Evidence.NONE).orElseThrow().exits().stream()
                                .map(judged -> judged.exit().returnLine())
                                .toList());
    }

    private interface Asking<T> {
        @Nullable
        T of(Ground ground, LabelledSource source);
    }

    private <T> @Nullable T with(String configured, String option, String name, Asking<T> asking)
            throws IOException, SessionException {
        Path session = Files.createDirectories(folder.resolve("session"));
        try (Stream<Path> before = Files.list(session)) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
        }
        if (!configured.equals("none")) {
            Files.writeString(
                    session.resolve(name),
                    "# Linux/x86 " + configured + " Kernel Configuration\nCONFIG_64BIT=y\n" + option
                            + "\n# CONFIG_SLOB is not set\n");
        }
        Files.writeString(
                session.resolve("dmesg.txt"),
                "[    0.000000] Linux version 6.1.0-56-amd64 (builder@host) (gcc-12) #1 SMP Debian 6.1.192-1\n");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.createDirectories(tree.resolve("kernel"));
        Files.writeString(tree.resolve("Makefile"), "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 192\n");
        Files.writeString(tree.resolve("kernel/gizmo.c"), TWO_WAYS + GUARDED);
        try (Session opened = Session.open(List.of(session), folder.resolve("state"), Watch.NONE)) {
            opened.addSource("tree", tree.toString(), Watch.NONE);
            Ground ground = Ground.of(opened, Watch.NONE);
            return asking.of(ground, ground.sources().getFirst());
        }
    }
}
