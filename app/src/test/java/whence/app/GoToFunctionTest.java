package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import whence.app.model.Capture;
import whence.app.model.Definition;
import whence.app.session.SessionOpener;
import whence.bytes.Watch;

/// What Ctrl+P offers.
class GoToFunctionTest {
    @Test
    void functions_of_every_tree_are_offered_by_a_part_of_their_names() throws Exception {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("whence.root"), ".."));
        try (Capture capture = new SessionOpener(Map.of())
                .open(List.of(root.resolve("sample-sessions/centos7-bpf-einval.whence")), Watch.NONE)) {
            List<Definition> offered = capture.functions("prog_load", 10);
            assertEquals(
                    2,
                    offered.stream()
                            .filter(each -> each.name().equals("bpf_prog_load"))
                            .count());
            assertTrue(offered.getFirst().toString().contains("kernel/bpf/syscall.c:"), offered.toString());
            assertEquals(1, capture.functions("prog_load", 1).size());
            assertEquals(List.of(), capture.functions("no_such_function", 10));
        }
    }
}
