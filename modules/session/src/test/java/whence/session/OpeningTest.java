package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// What a user may hand over, and what becomes of it.
final class OpeningTest {
    @TempDir
    Path folder;

    private static List<String> paths(Session session) {
        return session.artifacts().stream().map(Artifact::path).toList();
    }

    private Session open(Path... paths) throws SessionException {
        return Session.open(List.of(paths), Watch.NONE);
    }

    @Test
    void opens_a_session_file_in_the_order_of_its_manifest() throws Exception {
        String manifest = """
                {"schema": 1, "title": "T", "unheard_of": 7, "artifacts": [
                 {"path": "artifacts/b.txt", "origin": "/var/log/b", "format": "nothing", "columns": "time,pid"},
                 {"path": "artifacts/a.txt", "constructed": true}]}
                """;
        Path file = new Archives()
                .with("session.json", manifest)
                .with("artifacts/a.txt", "first")
                .with("artifacts/b.txt", "second")
                .with("artifacts/c.txt", "third")
                .in(folder, "x.whence");
        try (Session session = open(file)) {
            assertEquals(List.of("b.txt", "a.txt", "c.txt"), paths(session));
            assertEquals("second", session.bytes(session.artifacts().getFirst()).text());
            assertEquals("/var/log/b", session.artifacts().getFirst().origin());
            assertEquals(
                    "time,pid",
                    session.input(session.artifacts().getFirst()).hints().get("columns"));
            assertTrue(session.artifacts().get(1).constructed());
            assertEquals(List.of(), session.losses());
        }
    }

    @Test
    void opens_the_same_files_as_directory_archive_and_packed_archive() throws Exception {
        Path directory = Files.createDirectories(folder.resolve("capture/logs"));
        Files.writeString(directory.resolve("kern.log"), "line\n");
        Files.writeString(folder.resolve("capture/notes"), "n\n");
        Archives archive = new Archives().with("capture/notes", "n\n").with("capture/logs/kern.log", "line\n");
        Path tar = archive.in(folder, "a.tar");
        Path packed = Files.write(folder.resolve("a.tar.gz"), Archives.gzip(Files.readAllBytes(tar)));
        for (Path path : List.of(folder.resolve("capture"), tar, packed)) {
            try (Session session = open(path)) {
                assertEquals(List.of("logs/kern.log", "notes"), paths(session), path.toString());
                assertEquals(
                        "line\n", session.bytes(session.artifacts().getFirst()).text());
            }
        }
    }

    @Test
    void unpacking_makes_a_derived_artifact() throws Exception {
        Path file = Files.write(folder.resolve("kern.log.1.gz"), Archives.gzip("old line\n".getBytes()));
        try (Session session = open(file)) {
            assertEquals(List.of("kern.log.1.gz", "kern.log.1"), paths(session));
            Artifact derived = session.artifacts().getLast();
            assertEquals("kern.log.1.gz", derived.derivedFrom());
            assertEquals("old line\n", session.bytes(derived).text());
        }
    }

    @Test
    void a_missing_input_is_told_from_an_unreadable_one() throws Exception {
        SessionException missing = assertThrows(SessionException.class, () -> open(folder.resolve("no.whence")));
        assertEquals(SessionException.Kind.MISSING, missing.kind());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        SessionException unreadable = assertThrows(SessionException.class, () -> open(empty));
        assertEquals(SessionException.Kind.UNREADABLE, unreadable.kind());
        assertTrue(unreadable.getMessage().contains("empty"), unreadable.getMessage());
    }

    @Test
    void members_that_climb_out_are_left_out_and_said() throws Exception {
        Path file = new Archives()
                .with("good.txt", "good")
                .with("../../etc/passwd", "bad")
                .link("leak", "/etc/shadow")
                .with("also-good.txt", "good")
                .in(folder, "hostile.tar");
        try (Session session = open(file)) {
            assertEquals(List.of("also-good.txt", "good.txt"), paths(session));
            assertEquals(2, session.losses().size());
            assertTrue(session.losses().get(0).why().contains("../../etc/passwd"));
            assertTrue(session.losses().get(1).why().contains("/etc/shadow"));
            assertEquals("hostile.tar", session.losses().getFirst().span().artifact());
        }
    }

    @Test
    void a_truncated_archive_opens_up_to_the_cut() throws Exception {
        byte[] whole = new Archives()
                .with("a.txt", "complete")
                .with("b.txt", "x".repeat(5000))
                .bytes();
        Path plain = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(whole, 512 + 512 + 512 + 3000));
        byte[] packed = Archives.gzip(whole);
        Path gzip = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(packed, packed.length - 12));
        for (Path path : List.of(plain, gzip)) {
            try (Session session = open(path)) {
                assertEquals("a.txt", paths(session).getFirst());
                assertEquals(
                        "complete",
                        session.bytes(session.artifacts().getFirst()).text());
                assertEquals(
                        Loss.Kind.TRUNCATED,
                        session.losses().getFirst().kind(),
                        session.losses().toString());
            }
        }
    }

    @Test
    void a_newer_manifest_is_opened_as_far_as_it_is_understood() throws Exception {
        Path file = new Archives()
                .with("session.json", "{\"schema\": 9, \"artifacts\": [{\"path\": \"artifacts/a.txt\"}]}")
                .with("artifacts/a.txt", "x")
                .in(folder, "new.whence");
        try (Session session = open(file)) {
            assertEquals(List.of("a.txt"), paths(session));
            assertTrue(session.losses().getFirst().why().contains("schema 9"));
        }
    }

    @Test
    void a_damaged_manifest_costs_the_manifest() throws Exception {
        Path file = new Archives()
                .with("session.json", "{\"schema\": 1, \"artifacts\": [")
                .with("artifacts/a.txt", "x")
                .in(folder, "damaged.whence");
        try (Session session = open(file)) {
            assertEquals(List.of("a.txt"), paths(session));
            assertEquals("session.json", session.losses().getFirst().span().artifact());
        }
    }

    @Test
    void what_the_manifest_lists_and_nobody_packed_is_a_loss() throws Exception {
        Path file = new Archives()
                .with("session.json", "{\"artifacts\": [{\"path\": \"artifacts/gone.txt\"}]}")
                .with("artifacts/a.txt", "x")
                .in(folder, "gone.whence");
        try (Session session = open(file)) {
            assertEquals(List.of("a.txt"), paths(session));
            assertTrue(session.losses().getFirst().why().contains("gone.txt"));
        }
    }

    @Test
    void noise_alone_is_unreadable_and_beside_something_a_loss() throws Exception {
        byte[] bytes = new byte[4096];
        new java.util.SplittableRandom(7).nextBytes(bytes);
        Path noise = Files.write(folder.resolve("noise.whence"), bytes);
        SessionException alone = assertThrows(SessionException.class, () -> open(noise));
        assertEquals(SessionException.Kind.UNREADABLE, alone.kind());
        assertTrue(alone.getMessage().contains("noise.whence"), alone.getMessage());
        Path log = Files.writeString(folder.resolve("a.txt"), "text");
        try (Session session = open(log, noise)) {
            session.timeline(Watch.NONE);
            assertEquals("noise.whence", session.losses().getFirst().span().artifact());
        }
    }

    @Test
    void sources_of_the_session_keep_the_line_numbers_of_the_real_tree() throws Exception {
        String manifest = """
                {"sources": [{"label": "L", "kind": "artifact", "path": "artifacts/sources/l/", "releases": ["4.20"]},
                 {"label": "elsewhere", "kind": "git", "path": "linux@v4.20"}]}
                """;
        Path file = new Archives()
                .with("session.json", manifest)
                .with("artifacts/sources/l/kernel/a.c", "#line 1176 \"kernel/a.c\"\nint f(int a)\n{\n\treturn a;\n}\n")
                .in(folder, "s.whence");
        try (Session session = open(file)) {
            LabelledSource source = session.sources().getFirst();
            assertEquals(1176, source.tree().function("f").getFirst().startLine());
            assertTrue(source.entry().matches("4.20.17"));
            assertEquals("elsewhere", session.missingSources().getFirst().label());
            Path other = Files.writeString(folder.resolve("other.c"), "int f(void)\n{\n\treturn 1;\n}\n");
            session.addSource("L", other.toString(), Watch.NONE);
            assertEquals(1, session.sources().size());
            assertEquals(
                    1,
                    session.sources().getFirst().tree().function("f").getFirst().startLine());
            SessionException missing = assertThrows(
                    SessionException.class,
                    () -> session.addSource("M", folder.resolve("no").toString(), Watch.NONE));
            assertEquals(SessionException.Kind.MISSING, missing.kind());
        }
    }

    @Test
    void lists_of_symbols_are_no_programs_output() throws Exception {
        Path list = Files.writeString(
                folder.resolve("notes.txt"),
                "ffffffff81000000 T _text\nffffffff81000040 t helper\nffffffff81000080 T next\t[mod]\n".repeat(20));
        try (Session session = open(list)) {
            assertEquals(Optional.empty(), session.reader(session.artifacts().getFirst()));
            assertTrue(session.symbols(Watch.NONE).named("helper").isPresent());
        }
    }

    @Test
    void an_sosreport_opens_with_its_files_at_their_readers() throws Exception {
        String top = "sosreport-host0-2026-11-20-abcdef/";
        Archives report = new Archives()
                .with(top + "sos_commands/kernel/uname_-a", "Linux host0 6.1.0-56-amd64 #1 SMP x86_64 GNU/Linux\n")
                .with(
                        top + "sos_commands/kernel/dmesg",
                        "[    0.000000] Linux version 6.1.0-56-amd64\n[    1.250000] Invalid ELF header magic\n")
                .with(
                        top + "sos_commands/logs/journalctl_--no-pager",
                        "Nov 20 22:53:49 host0 kernel: one\nNov 20 22:53:50 host0 kernel: two\n".repeat(20))
                .with(top + "proc/kallsyms", "ffffffff81000000 T _text\nffffffff81000040 t helper\n".repeat(20))
                .with(top + "sos_strings/x", "tail\n")
                .link(top + "var/log/big.log", "../../sos_strings/x");
        Path file = Files.write(folder.resolve("sosreport.tar.gz"), Archives.gzip(report.bytes()));
        try (Session session = open(file)) {
            assertEquals("dmesg", format(session, "sos_commands/kernel/dmesg"));
            assertEquals("journal-text", format(session, "sos_commands/logs/journalctl_--no-pager"));
            assertTrue(session.symbols(Watch.NONE).named("helper").isPresent());
            assertEquals(List.of(), session.losses());
        }
    }

    private static String format(Session session, String path) {
        return session.reader(session.artifact(path).orElseThrow())
                .orElseThrow()
                .format();
    }
}
