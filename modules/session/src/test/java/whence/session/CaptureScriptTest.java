package whence.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Watch;
import whence.session.capture.CaptureScript;

/// The capture script, run on this machine with what it has.
final class CaptureScriptTest {
    @TempDir
    Path folder;

    private String run(int status, String... command) throws Exception {
        Path script = Files.writeString(folder.resolve("capture.sh"), CaptureScript.text());
        List<String> words = new ArrayList<>(List.of(command));
        words.replaceAll(word -> word.equals("SCRIPT") ? script.toString() : word);
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), said);
        return said;
    }

    private static boolean has(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash --posix", "busybox sh"})
    void a_capture_opens_as_a_session(String shell) throws Exception {
        String[] words = shell.split(" ");
        assumeTrue(has(words[0]), words[0] + " is not installed");
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("SCRIPT", "-o", "out.tar.gz", "--", "sh", "-c", "echo 'it \"failed\"\\' >&2\n\texit 3"));
        String said = run(3, command.toArray(String[]::new));
        assertTrue(said.contains("wrote " + folder.resolve("out.tar.gz")), said);
        try (Session session = Session.open(List.of(folder.resolve("out.tar.gz")), folder.resolve("s"), Watch.NONE)) {
            assertEquals(List.of(), session.losses());
            String release =
                    Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
            assertEquals(release, session.manifest().host().release());
            assertEquals(2, session.manifest().clocks().size());
            Artifact printed = session.artifact("stderr.txt").orElseThrow();
            assertEquals("it \"failed\"\\\n", session.bytes(printed).text());
            Artifact settings = session.artifact("sysctl.txt").orElseThrow();
            assertTrue(session.bytes(settings).text().contains("vm.overcommit_memory = "), "sysctl.txt");
            assertEquals(0, session.events(settings, Watch.NONE).count());
            session.artifact("kallsyms.txt")
                    .ifPresent(list ->
                            assertEquals("kallsyms", session.format(list).orElseThrow()));
            assertTrue(String.valueOf(printed.origin()).endsWith("(exit status 3)"), printed.origin());
            session.artifacts().stream()
                    .filter(artifact -> artifact.derivedFrom() == null)
                    .forEach(artifact -> assertEquals(
                            artifact.facts().get("sha256"), session.sha256(artifact, Watch.NONE), artifact.path()));
        }
    }

    @Test
    void identity_can_be_left_out() throws Exception {
        run(0, "sh", "SCRIPT", "-r", "-o", "out.whence");
        try (Session session = Session.open(List.of(folder.resolve("out.whence")), folder.resolve("s"), Watch.NONE)) {
            assertEquals(null, session.manifest().host().machineId());
            assertEquals("Capture of host", session.manifest().title());
        }
    }

    @Test
    void a_wrong_option_ends_it_with_a_sentence() throws Exception {
        assertTrue(run(1, "sh", "SCRIPT", "--nonsense").contains("unknown option --nonsense"));
        assertFalse(Files.exists(folder.resolve("out.tar.gz")));
    }
}
