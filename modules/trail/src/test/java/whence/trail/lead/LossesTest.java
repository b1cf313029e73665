package whence.trail.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.session.Session;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Trail;
import whence.trail.Verdict;

/// What a capture lost is a lead of its own, one for each artifact.
class LossesTest {
    private static final String TRACE = """
            # tracer: nop
            #
                         cmd-10975   [000] ..... 540.050401: mybpf_prog_load: (bpf_prog_load+0x0/0x570) attr=0x1
            CPU:0 [LOST 3412 EVENTS]
                         cmd-10975   [000] ..... 541.250000: mybpf_prog_load: (bpf_prog_load+0x0/0x570) attr=0x2
            CPU:1 [LOST 5 EVENTS]
                         cmd-10975   [001] ..... 541.300000: mybpf_prog_load: (bpf_prog_load+0x0/0x570) attr=0x2
            """;

    @TempDir
    private Path folder;

    @Test
    void a_trace_that_lost_events_says_how_many_where_and_what_follows() throws Exception {
        write("trace_pipe.txt", TRACE);
        Lead lead = leads().getFirst();
        assertEquals(Lead.Kind.LOSS, lead.kind());
        assertTrue(
                lead.title()
                        .startsWith("trace_pipe.txt lost 3417 records between 540.050401 and 541.300000:"
                                + " that something is not in it there proves nothing"),
                lead::title);
        assertEquals(2, lead.count());
        assertTrue(lead.lacks().getFirst().contains("buffer_size_kb"), lead.lacks()::toString);
    }

    @Test
    void it_stands_below_an_error_and_above_a_warning() throws Exception {
        write("trace_pipe.txt", TRACE);
        write("dmesg.txt", "<3>[   41.948307] Invalid ELF header magic: != x\n<4>[   42.000000] thing failed\n");
        assertEquals(
                List.of(Lead.Kind.LOG_LINE, Lead.Kind.LOSS, Lead.Kind.LOG_LINE),
                leads().stream().map(Lead::kind).toList());
    }

    @Test
    void its_trail_names_every_place() throws Exception {
        write("trace_pipe.txt", TRACE);
        try (Session session = open()) {
            Reasoning reasoning = Reasoning.of(session);
            Trail trail = reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
            assertEquals(2, trail.steps().getFirst().candidates().size());
            assertEquals(Verdict.State.EXPLAINED, trail.verdict().state());
        }
    }

    @Test
    void a_whole_trace_is_no_lead() throws Exception {
        write("trace_pipe.txt", TRACE.replaceAll("(?m)^CPU.*\n", ""));
        assertEquals(List.of(), leads());
    }

    private List<Lead> leads() throws Exception {
        try (Session session = open()) {
            return Reasoning.of(session).leads(Watch.NONE);
        }
    }

    private Session open() throws Exception {
        return Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }
}
