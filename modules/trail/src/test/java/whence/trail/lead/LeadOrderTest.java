package whence.trail.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Span;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Lead;
import whence.trail.Leads;

/// In which order leads stand, what their ids hold on to, and how repeats are told.
class LeadOrderTest {
    @TempDir
    private Path folder;

    @Test
    void ids_are_hashes_of_kind_and_span_and_of_nothing_else() throws Exception {
        write("a.txt", "<3>[    1.000000] gizmo: failed\n");
        String id = leads().getFirst().id();
        assertEquals(LeadId.of(Lead.Kind.LOG_LINE, new Span("a.txt", 1, 0, 31)), id, leads()::toString);
        write("0.txt", "<3>[    9.000000] other: failed\n<3>[   10.000000] third: failed\n");
        assertTrue(leads().stream().anyMatch(l -> l.id().equals(id)), "another artifact moves no id");
        assertNotEquals(id, LeadId.of(Lead.Kind.LOSS, new Span("a.txt", 1, 0, 31)));
        assertNotEquals(id, LeadId.of(Lead.Kind.LOG_LINE, new Span("a.txt", 1, 0, 30)));
        assertNotEquals(id, LeadId.of(Lead.Kind.LOG_LINE, new Span("b.txt", 1, 0, 31)));
    }

    @Test
    void the_most_telling_stand_first_and_ties_by_artifact_then_offset() throws Exception {
        write("b.txt", "<3>[    1.000000] beta: failed\n<3>[    2.000000] alpha: failed\n");
        write("a.txt", "<4>[    3.000000] warned: failed\n<3>[    4.000000] zeta: failed\n");
        assertEquals(
                List.of("zeta: failed", "beta: failed", "alpha: failed", "warned: failed"),
                leads().stream().map(Lead::title).toList());
    }

    @Test
    void repeats_are_folded_with_their_rhythm_in_words() throws Exception {
        assertEquals("gizmo: failed with 0 (every 5 min 4 s, 23 times)", repeated(23, 304, 0));
        assertEquals("gizmo: failed with 0 (every 1 h 30 min, 5 times)", repeated(5, 5400, 0));
        assertEquals("gizmo: failed with 0 (every 30 s, 4 times)", repeated(4, 30, 0));
        assertEquals("gizmo: failed with 0", repeated(3, 304, 0), "three are no rhythm");
        assertEquals("gizmo: failed with 0", repeated(9, 304, 100), "a third off is none");
    }

    /// @param off seconds that every second one comes late
    private String repeated(int times, int period, int off) throws IOException, SessionException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < times; i++) {
            log.append(String.format(
                    Locale.ROOT, "<3>[%12.6f] gizmo: failed with %d%n", 10.0 + i * period + i % 2 * off, i));
        }
        write("dmesg.txt", log.toString());
        List<Lead> leads = leads();
        assertEquals(1, leads.size(), leads::toString);
        assertEquals(times, leads.getFirst().count());
        return leads.getFirst().title();
    }

    private List<Lead> leads() throws SessionException {
        try (Session session = Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE)) {
            return Leads.of(session, Watch.NONE);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }
}
