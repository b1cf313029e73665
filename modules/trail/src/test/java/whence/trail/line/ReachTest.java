package whence.trail.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.branches.scope.Architecture;
import whence.bytes.Watch;
import whence.session.Session;
import whence.source.SourceTree;

/// A function that two architectures have a system call to.
class ReachTest {
    @TempDir
    Path folder;

    private Session session;
    private SourceTree tree;

    @BeforeEach
    void open() throws Exception {
        write("fs/gizmo.c", "int gizmo_turn(int by)\n{\n\treturn by ? -EINVAL : 0;\n}\n");
        for (String arch : List.of("x86", "alpha")) {
            write(
                    "arch/" + arch + "/kernel/gizmo.c",
                    "SYSCALL_DEFINE1(" + arch + "_gizmo, int, by)\n{\n\treturn gizmo_turn(by);\n}\n");
        }
        Path capture = Files.createDirectories(folder.resolve("capture"));
        Files.writeString(capture.resolve("dmesg.txt"), "[    1.000000] gizmo: ready\n");
        session = Session.open(List.of(capture), folder.resolve("state"), Watch.NONE);
        session.addSource("tree", folder.resolve("tree").toString(), Watch.NONE);
        tree = session.sources().getFirst().tree();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve("tree").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void calls_of_another_architecture_reach_nothing() {
        assertEquals(List.of("alpha_gizmo", "x86_gizmo"), calls(Optional.empty()));
        assertEquals(List.of("x86_gizmo"), calls(Optional.of(Architecture.X86)));
        assertEquals(List.of(), calls(Optional.of(new Architecture("s390"))));
    }

    private List<String> calls(Optional<Architecture> architecture) {
        return Reach.of(tree, tree.function("gizmo_turn").getFirst(), architecture)
                .calls();
    }
}
