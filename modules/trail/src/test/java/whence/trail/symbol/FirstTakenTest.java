package whence.trail.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import whence.trail.Trail;
import whence.trail.Verdict;

/// A past capture whose probe watched one of several functions, and nobody was told.
class FirstTakenTest {
    private static final String SYMBOLS = """
            ffffffff81000000 T _text
            ffffffff813e2c80 t load_elf_binary
            ffffffff813e4000 t elf_core_dump
            ffffffff813ec960 t load_elf_binary
            ffffffff813ee000 T start_kernel
            """;

    @TempDir
    private Path folder;

    @Test
    void an_older_kernel_took_the_first_copy() throws Exception {
        capture("5.10.100", "p:lab/elf load_elf_binary\n");
        Trail trail = trail();
        assertTrue(
                trail.lead().title().startsWith("Probe watched only the first of 2 functions named load_elf_binary"),
                trail.lead()::title);
        assertEquals(Verdict.State.EXPLAINED, trail.verdict().state());
        assertTrue(trail.verdict().summary().contains("0xffffffff813e2c80"), trail.verdict()::summary);
        assertTrue(
                trail.verdict()
                        .summary()
                        .endsWith("Its hits are hits of that copy; that it was not hit says nothing of the others."),
                trail.verdict()::summary);
        assertEquals(Grade.DERIVED, trail.steps().getFirst().grade());
        assertTrue(trail.nextProbes().size() >= 2, trail.nextProbes()::toString);
    }

    @Test
    void a_release_that_hides_its_patch_level_makes_it_an_assumption() throws Exception {
        capture("5.4.0-1-amd64", "p:lab/elf load_elf_binary\n");
        assertEquals(Grade.ASSUMED, trail().steps().getFirst().grade());
    }

    @Test
    void a_kernel_that_refuses_such_names_cannot_have_taken_one() throws Exception {
        capture("6.8.0-31-generic", "p:lab/elf load_elf_binary\n");
        assertEquals(List.of(), probes());
    }

    @Test
    void an_offset_from_another_symbol_or_a_name_of_its_own_is_plain() throws Exception {
        capture("5.4.0-1-amd64", "p:lab/elf _text+0x3ec960\np:lab/core elf_core_dump\nr:lab/s start_kernel\n");
        assertEquals(List.of(), probes());
    }

    private void capture(String release, String definitions) throws IOException {
        write(
                "dmesg.txt",
                "[    0.000000] Linux version " + release
                        + " (builder@host) (gcc-12) #1 SMP Thu Jan 1 00:00:00 UTC 2026\n");
        write("kallsyms.txt", SYMBOLS);
        write("kprobe_events.txt", definitions);
    }

    private List<Lead> probes() throws Exception {
        try (Session session = open()) {
            return Reasoning.of(session).leads(Watch.NONE).stream()
                    .filter(lead -> lead.kind() == Lead.Kind.REFUSED_PROBE)
                    .toList();
        }
    }

    private Trail trail() throws Exception {
        try (Session session = open()) {
            Reasoning reasoning = Reasoning.of(session);
            Lead lead = reasoning.leads(Watch.NONE).stream()
                    .filter(each -> each.kind() == Lead.Kind.REFUSED_PROBE)
                    .findFirst()
                    .orElseThrow();
            return reasoning.trail(lead, Choices.NONE, Watch.NONE);
        }
    }

    private Session open() throws Exception {
        return Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }
}
