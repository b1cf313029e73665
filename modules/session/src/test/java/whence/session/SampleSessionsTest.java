package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.Ref;
import whence.source.Function;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;

/// The sessions of a newcomer's first day.
final class SampleSessionsTest {
    private static final Path SAMPLES = Path.of("../../sample-sessions");
    private static final long MOST_BYTES = 3 << 20;

    @TempDir
    Path folder;

    static List<Path> samples() throws Exception {
        try (Stream<Path> found = Files.list(SAMPLES)) {
            return found.filter(path -> path.toString().endsWith(".whence"))
                    .sorted()
                    .toList();
        }
    }

    private Session open(Path path) throws SessionException {
        return Session.open(List.of(path), folder.resolve("state"), Watch.NONE);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void opens_without_loss_and_holds_what_its_manifest_says(Path sample) throws Exception {
        assertTrue(Files.size(sample) < MOST_BYTES, sample + " has " + Files.size(sample) + " bytes");
        try (Session session = open(sample)) {
            for (Artifact artifact : session.artifacts()) {
                if (artifact.derivedFrom() == null) {
                    assertEquals(artifact.facts().get("sha256"), session.sha256(artifact, Watch.NONE), artifact.path());
                }
            }
            assertEquals(List.of(), session.losses());
            assertEquals(List.of(), session.missingSources());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void packs_again_to_the_same_bytes(Path sample) throws Exception {
        Path again = folder.resolve("again.whence");
        try (Session session = open(sample)) {
            session.save(again, Watch.NONE);
        }
        assertEquals(-1, Files.mismatch(sample, again));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_reconstruction_says_that_it_is_one(Path sample) throws Exception {
        try (Session session = open(sample)) {
            session.artifacts().stream()
                    .filter(artifact -> "source".equals(artifact.format()))
                    .forEach(artifact -> assertTrue(
                            session.bytes(artifact).text().startsWith("/*\n * A reconstruction, not the kernel's "),
                            artifact.path()));
            assertTrue(
                    session.sources().stream().allMatch(source -> source.entry().reconstruction()));
        }
    }

    @Test
    void both_sources_of_the_third_case_have_their_trees_lines() throws Exception {
        try (Session session = open(SAMPLES.resolve("centos7-bpf-einval.whence"))) {
            assertTrue(session.artifacts().stream()
                    .filter(artifact ->
                            artifact.format() != null && !artifact.format().equals("source"))
                    .allMatch(Artifact::constructed));
            LabelledSource ran = session.sources().getFirst();
            assertTrue(ran.entry().matches(session.manifest().host().release()));
            assertEquals("1168-1291", lines(ran, "bpf_prog_load"));
            LabelledSource mainline = session.sources().getLast();
            assertEquals("1442-1565", lines(mainline, "bpf_prog_load"));
            assertEquals("1409-1437", lines(mainline, "bpf_prog_load_check_attach_type"));
        }
    }

    private static String lines(LabelledSource source, String name) {
        Function function = source.tree().function(name).getFirst();
        return function.startLine() + "-" + function.endLine();
    }

    @Test
    void each_artifact_of_the_twelve_calls_has_its_reader() throws Exception {
        try (Session session = open(SAMPLES.resolve("bpf-einval.whence"))) {
            Artifact second = session.artifact("strace-02.txt").orElseThrow();
            Events calls = session.events(second, Watch.NONE);
            int failed = IntStream.range(0, calls.count())
                    .filter(row -> "bpf".equals(calls.text(Fields.CALL, row)))
                    .findFirst()
                    .orElseThrow();
            assertEquals(22, calls.number(Fields.ERRNO, failed));
            assertEquals(423, calls.pid(failed));
            assertEquals("2026-11-20", session.input(second).hints().get(Input.DATE));
            assertEquals(Clock.REALTIME, calls.clock(failed));
            assertEquals(1795212438, calls.timeNs(failed) / 1_000_000_000L);
            assertEquals(
                    1,
                    session.symbols(Watch.NONE)
                            .named("bpf_prog_load")
                            .orElseThrow()
                            .copies()
                            .size());
            assertEquals("2511-2703", lines(session.sources().getFirst(), "bpf_prog_load"));
            assertEquals("5040-5194", lines(session.sources().getFirst(), "__sys_bpf"));
            assertEquals("5196-5199", lines(session.sources().getFirst(), "SYSCALL_DEFINE3(bpf)"));
        }
    }

    @Test
    void the_refused_name_has_two_copies_from_two_objects() throws Exception {
        try (Session session = open(SAMPLES.resolve("ambiguous-symbol.whence"))) {
            List<String> copies = session.symbols(Watch.NONE).named("load_elf_binary").orElseThrow().copies().stream()
                    .map(copy -> copy.addressText() + " " + copy.object())
                    .toList();
            assertEquals(List.of("0xffffffff8d3e9c10 binfmt_elf.c", "0xffffffff8d3ec960 compat_binfmt_elf.c"), copies);
            assertEquals(
                    850,
                    session.sources()
                            .getFirst()
                            .tree()
                            .function("load_elf_binary")
                            .getFirst()
                            .startLine());
        }
    }

    @Test
    void the_journal_holds_the_line_that_journalctl_hides() throws Exception {
        try (Session session = open(SAMPLES.resolve("invalid-elf.whence"))) {
            assertEquals(7, linesWith(session, "system.journal", "Invalid ELF header magic"));
            assertEquals(0, linesWith(session, "journal-short.txt", "Invalid ELF header magic"));
            assertEquals(7, linesWith(session, "dmesg-T.nl_NL.txt", "Invalid ELF header magic"));
            Artifact module = session.artifact("dummy.ko.zst").orElseThrow();
            assertEquals("/opt/vendor/dummy.ko.zst", module.origin());
            assertEquals(0xFD2FB528, session.bytes(module).i32(0));
            assertEquals(
                    "dummy.ko.zst", session.artifact("dummy.ko").orElseThrow().derivedFrom());
            assertEquals("1669-1796", lines(session.sources().getFirst(), "elf_validity_check"));
        }
    }

    private static long linesWith(Session session, String path, String wanted) {
        Events events = session.events(session.artifact(path).orElseThrow(), Watch.NONE);
        return IntStream.range(0, events.count())
                .filter(row -> session.text(new Ref.Event(path, row)).contains(wanted))
                .count();
    }
}
