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
import whence.trail.verdict.TreeJudge;

/// A function that each architecture has its own body of, and sessions that tell in several ways which one ran.
class MachineTest {
    private static final List<String> ALL = List.of("arch/arm64", "arch/mips", "arch/x86");

    @TempDir
    Path folder;

    @Test
    void a_release_that_names_its_architecture_leaves_that_ones_body() throws Exception {
        assertEquals(List.of("arch/x86"), judged("dmesg.txt", banner("6.1.0-56-amd64")));
        assertEquals(List.of("arch/x86"), judged("dmesg.txt", banner("3.10.0-1160.el7.x86_64")));
        assertEquals(List.of("arch/x86"), judged("dmesg.txt", banner("6.1.0-56-686-pae")));
        assertEquals(List.of("arch/arm64"), judged("dmesg.txt", banner("6.1.0-56-cloud-arm64")));
    }

    @Test
    void a_release_that_does_not_leaves_all() throws Exception {
        assertEquals(ALL, judged("dmesg.txt", banner("6.1.192")));
        assertEquals(ALL, judged("dmesg.txt", banner("5.15.0-91-generic")));
    }

    @Test
    void the_entries_of_system_calls_in_a_symbol_list_tell_too() throws Exception {
        assertEquals(List.of("arch/arm64"), judged("kallsyms.txt", """
                ffff800008010000 T _text
                ffff8000080f0e60 T __arm64_sys_close
                ffff8000080f1e60 T __arm64_sys_read
                ffff8000080f2e60 t gizmo_helper
                """));
    }

    @Test
    void the_manifest_comes_first() throws Exception {
        Path session = session("dmesg.txt", banner("6.1.0-56-amd64"));
        Files.writeString(
                session.resolve("session.json"),
                "{\"schema\": 1, \"host\": {\"architecture\": \"mips64\"}, \"artifacts\": []}");
        assertEquals(List.of("arch/mips"), judged(session));
    }

    @Test
    void an_architecture_without_a_body_of_its_own_leaves_all() throws Exception {
        assertEquals(ALL, judged("dmesg.txt", banner("6.1.0-56-s390x")));
    }

    private static String banner(String release) {
        return "[    0.000000] Linux version " + release + " (builder@host) (gcc-12) #1 SMP\n";
    }

    private List<String> judged(String name, String content) throws IOException, SessionException {
        return judged(session(name, content));
    }

    private Path session(String name, String content) throws IOException {
        Path session = Files.createTempDirectory(folder, "session");
        Files.writeString(session.resolve(name), content);
        return session;
    }

    /// The folders of the bodies that are judged.
    private List<String> judged(Path session) throws IOException, SessionException {
        Path tree = folder.resolve("tree");
        for (String arch : ALL) {
            Path body = Files.createDirectories(tree.resolve(arch)).resolve("gizmo.c");
            Files.writeString(body, "int gizmo_map(int mode)\n{\n\tif (mode)\n\t\treturn -EINVAL;\n\treturn 0;\n}\n");
        }
        try (Session opened = Session.open(List.of(session), folder.resolve("state"), Watch.NONE)) {
            opened.addSource("tree", tree.toString(), Watch.NONE);
            Ground ground = Ground.of(opened, Watch.NONE);
            LabelledSource source = ground.sources().getFirst();
            return new TreeJudge(source, ground.options(source), ground.architecture())
                    .judge("gizmo_map", Evidence.NONE).orElseThrow().exits().stream()
                            .map(exit -> exit.exit().file().replace("/gizmo.c", ""))
                            .distinct()
                            .sorted()
                            .toList();
        }
    }
}
