package whence.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.evidence.Finding;
import whence.evidence.Grade;
import whence.evidence.Loss;
import whence.evidence.Ref;
import whence.evidence.Span;

/// Packing a session, and what its notebook survives.
final class KeepingTest {
    private static final Finding FINDING = new Finding(
            "f1",
            "The type check returned it.",
            Grade.DERIVED,
            List.of(new Span("a.txt", 3, 40, 7)),
            List.of("no filter keeps the task out"),
            "a hit on strncpy_from_user",
            new Ref.Source("rhel", "kernel/bpf/syscall.c", 1176));

    @TempDir
    Path folder;

    private Path capture;

    @BeforeEach
    void a_capture() throws Exception {
        capture = Files.createDirectories(folder.resolve("capture"));
        Files.createDirectories(capture.resolve("artifacts/logs"));
        Files.writeString(
                capture.resolve("session.json"),
                "{\"schema\": 1, \"later\": {\"kept\": [1, 2]}, \"artifacts\": [{\"path\": \"artifacts/a.txt\", \"mine\": true}]}");
        Files.writeString(capture.resolve("artifacts/a.txt"), "line of text\n".repeat(5000));
        Files.write(capture.resolve("artifacts/logs/tiny"), new byte[] {1, 2, 3});
    }

    private Session open(Path path) throws SessionException {
        return Session.open(List.of(path), folder.resolve("state"), Watch.NONE);
    }

    private Path pack(Path from, String name) throws Exception {
        Path target = folder.resolve(name);
        try (Session session = open(from)) {
            session.save(target, Watch.NONE);
        }
        return target;
    }

    @Test
    void packing_twice_gives_the_same_bytes() throws Exception {
        byte[] once = Files.readAllBytes(pack(capture, "one.whence"));
        byte[] again = Files.readAllBytes(pack(capture, "two.whence"));
        byte[] repacked = Files.readAllBytes(pack(folder.resolve("one.whence"), "three.whence"));
        assertArrayEquals(once, again);
        assertArrayEquals(once, repacked);
    }

    @Test
    void a_packed_session_holds_what_went_in() throws Exception {
        try (Session session = open(pack(capture, "x.whence"))) {
            assertEquals(
                    List.of("a.txt", "logs/tiny"),
                    session.artifacts().stream().map(Artifact::path).toList());
            assertEquals(
                    "line of text\n".repeat(5000),
                    session.bytes(session.artifacts().getFirst()).text());
            assertEquals(65000, session.artifacts().getFirst().size());
            assertEquals("true", session.artifacts().getFirst().facts().get("mine"));
            assertEquals(
                    session.artifacts().getFirst().facts().get("sha256"),
                    session.sha256(session.artifacts().getFirst(), Watch.NONE));
            assertEquals(
                    "1,2",
                    new String(session.manifest().write(), StandardCharsets.UTF_8)
                            .replaceAll("(?s).*\"kept\" : \\[ (.*?) \\].*", "$1")
                            .replace(" ", ""));
            assertEquals(List.of(), session.losses());
        }
    }

    @Test
    void the_session_file_opens_with_the_tools_of_any_linux_machine() throws Exception {
        Path packed = pack(capture, "x.whence");
        Process tar = new ProcessBuilder("tar", "-tvf", packed.toString())
                .redirectErrorStream(true)
                .start();
        String listing = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tar.waitFor(), listing);
        assertTrue(listing.lines().findFirst().orElse("").endsWith("session.json"), listing);
        assertTrue(listing.contains("artifacts/a.txt.zst"), listing);
        assertTrue(listing.toLowerCase(Locale.ROOT).contains("artifacts/logs/tiny\n"), listing);
    }

    @Test
    void edits_come_back_after_a_crash_and_go_into_the_file_on_save() throws Exception {
        Path file = pack(capture, "x.whence");
        try (Session session = open(file)) {
            session.notebook().keep(FINDING);
            session.notebook().assume("runs-failed-alike");
        }
        Path state = notes();
        Files.writeString(state, "\n{\"op\":\"assume\",\"te", StandardOpenOption.APPEND);
        try (Session session = open(file)) {
            assertEquals(List.of(FINDING), session.notebook().findings());
            session.notebook().choose("c2");
            session.save(file, Watch.NONE);
        }
        assertFalse(Files.exists(state));
        try (Session session = open(file)) {
            assertEquals(List.of(FINDING), session.notebook().findings());
            assertEquals(List.of("runs-failed-alike"), session.notebook().assumptions());
            assertEquals(List.of("c2"), session.notebook().choices());
        }
    }

    @Test
    void every_edit_can_be_taken_back_and_put_back() throws Exception {
        try (Session session = open(capture)) {
            var notebook = session.notebook();
            assertFalse(notebook.canUndo());
            notebook.assume("a");
            notebook.assume("b");
            notebook.retract("a");
            notebook.undo();
            assertEquals(List.of("a", "b"), notebook.assumptions());
            notebook.undo();
            assertEquals(List.of("a"), notebook.assumptions());
            notebook.redo();
            assertEquals(List.of("a", "b"), notebook.assumptions());
            notebook.assume("c");
            assertFalse(notebook.canRedo());
            assertEquals(7, notebook.log().size());
        }
    }

    private Path notes() throws Exception {
        try (Stream<Path> found = Files.walk(folder.resolve("state"))) {
            return found.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void a_damaged_artifact_costs_its_end_and_says_so() throws Exception {
        byte[] packed = Files.readAllBytes(pack(capture, "x.whence"));
        String head = new String(packed, StandardCharsets.ISO_8859_1);
        int frame = head.indexOf("\u0028\u00b5\u002f\u00fd");
        packed[frame + 12] ^= 0x55;
        packed[frame + 13] ^= 0x55;
        Path damaged = Files.write(folder.resolve("damaged.whence"), packed);
        try (Session session = open(damaged)) {
            session.timeline(Watch.NONE);
            assertEquals(2, session.artifacts().size());
            assertEquals(3, session.bytes(session.artifacts().getLast()).size());
            assertTrue(session.losses().stream()
                    .anyMatch(loss -> loss.span().artifact().equals("a.txt") && loss.kind() == Loss.Kind.TRUNCATED));
        }
    }

    @Test
    void saving_over_the_open_file_keeps_what_is_open_readable() throws Exception {
        Path file = pack(capture, "x.whence");
        try (Session session = open(file)) {
            session.notebook().assume("a");
            session.save(file, Watch.NONE);
            assertEquals(65000, session.bytes(session.artifacts().getFirst()).size());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    0, left.filter(path -> path.toString().endsWith(".part")).count());
        }
    }
}
