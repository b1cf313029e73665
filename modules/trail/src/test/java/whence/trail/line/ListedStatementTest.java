package whence.trail.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.session.Session;
import whence.trail.Choices;
import whence.trail.Reasoning;
import whence.trail.Step;
import whence.trail.Trail;

/// A line whose statement only the kernel's own list names. No driver of this name exists.
class ListedStatementTest {
    @TempDir
    private Path folder;

    @Test
    void is_told_without_any_source() throws Exception {
        Files.writeString(folder.resolve("dmesg.txt"), "<3>[   12.345678] gizmo: could not attach turbo module 3\n");
        Files.writeString(folder.resolve("vmlinux"), """
                # <level/flags> filename:line function "format"
                <3> drivers/gizmo/core.c:40 gizmo_attach "gizmo: could not attach turbo module %d\\n"
                <6> drivers/gizmo/core.c:44 gizmo_attach "gizmo: attached\\n"
                """);
        try (Session session = Session.open(List.of(folder), Watch.NONE)) {
            assertTrue(session.artifact("vmlinux").flatMap(session::reader).isEmpty());
            Reasoning reasoning = Reasoning.of(session);
            Trail trail = reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
            Step statement = trail.steps().getLast();
            assertEquals("printk in gizmo_attach at drivers/gizmo/core.c:40", statement.title());
            assertEquals(Grade.DERIVED, statement.grade());
        }
    }
}
