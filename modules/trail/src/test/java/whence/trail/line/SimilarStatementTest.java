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
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// A line that a later version of the source words differently. No driver of this name exists.
class SimilarStatementTest {
    private static final String SOURCE = """
            static int gizmo_attach(struct gizmo *g)
            {
            	if (!g->ready)
            		pr_err("gizmo could not attach turbo module in slot %d\\n", g->slot);
            	return 0;
            }

            SYSCALL_DEFINE1(gizmo, int, fd)
            {
            	return gizmo_attach(fd);
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void is_told_with_the_statement_it_is_like_but_nothing_is_concluded_from_it() throws Exception {
        Trail trail = trail("gizmo could not attach turbo module with error -5 in slot 3");
        Step statement = trail.steps().getLast();
        assertEquals(Step.Kind.STATEMENT, statement.kind());
        assertEquals(Grade.ASSUMED, statement.grade());
        assertTrue(statement.title().contains("gizmo_attach"), statement::title);
        assertTrue(statement.why().contains("only shares words"), statement::why);
        assertEquals(Verdict.State.INSUFFICIENT, trail.verdict().state());
    }

    @Test
    void the_very_statement_is_derived() throws Exception {
        Trail trail = trail("gizmo could not attach turbo module in slot 3");
        Step statement = trail.steps().stream()
                .filter(step -> step.kind() == Step.Kind.STATEMENT)
                .findFirst()
                .orElseThrow();
        assertEquals(Grade.DERIVED, statement.grade());
    }

    private Trail trail(String message) throws Exception {
        Files.writeString(folder.resolve("dmesg.txt"), "<3>[   12.345678] " + message + "\n");
        Files.writeString(folder.resolve("gizmo.c"), SOURCE);
        try (Session session = Session.open(List.of(folder), Watch.NONE)) {
            Reasoning reasoning = Reasoning.of(session);
            Lead lead = reasoning.leads(Watch.NONE).getFirst();
            return reasoning.trail(lead, Choices.NONE, Watch.NONE);
        }
    }
}
