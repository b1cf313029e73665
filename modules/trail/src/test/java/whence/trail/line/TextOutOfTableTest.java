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

/// A line whose every word stands in a table. No driver of this name exists.
class TextOutOfTableTest {
    private static final String SOURCE = """
            static const char * const gizmo_states[] = {
            	[GIZMO_DEAD] = "Turbo module failed to start",
            	[GIZMO_SLOW] = "Turbo module lost its clock",
            };

            static int gizmo_attach(struct gizmo *g)
            {
            	pr_err("%s\\n", gizmo_states[g->state]);
            	return -EIO;
            }

            SYSCALL_DEFINE1(gizmo, int, fd)
            {
            	return gizmo_attach(fd);
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void leads_to_the_statement_that_prints_the_table_and_says_where_the_words_stand() throws Exception {
        Files.writeString(folder.resolve("dmesg.txt"), "<3>[   12.345678] Turbo module failed to start\n");
        Files.writeString(folder.resolve("gizmo.c"), SOURCE);
        try (Session session = Session.open(List.of(folder), Watch.NONE)) {
            Reasoning reasoning = Reasoning.of(session);
            Step statement =
                    reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE).steps().stream()
                            .filter(step -> step.kind() == Step.Kind.STATEMENT)
                            .findFirst()
                            .orElseThrow();
            assertTrue(statement.title().contains("gizmo.c:8 in gizmo_attach"), statement::title);
            assertEquals(Grade.DERIVED, statement.grade());
            assertTrue(
                    statement.why().contains("\"Turbo module failed to start\" out of gizmo_states, gizmo.c:2"),
                    statement::why);
        }
    }
}
