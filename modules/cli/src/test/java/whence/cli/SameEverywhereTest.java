package whence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same session gives the same bytes of JSON, whatever machine, language, zone, character set and number of
/// processors: each in a process of its own, with nothing cached.
class SameEverywhereTest {
    private static final Path SAMPLES = Path.of("..", "..", "sample-sessions");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({"leads, invalid-elf", "trail, bpf-einval"})
    void json_is_the_same_bytes_on_a_dutch_machine_in_india_with_one_processor(String command, String sample)
            throws IOException, InterruptedException {
        String session = SAMPLES.resolve(sample + ".whence").toString();
        Process plain = start(
                "plain",
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                List.of("-XX:ActiveProcessorCount=4", "-Duser.language=en", "-Dfile.encoding=UTF-8"),
                command,
                session);
        Process other = start(
                "other",
                Map.of("LC_ALL", "nl_NL.UTF-8", "TZ", "Asia/Kolkata"),
                List.of(
                        "-XX:ActiveProcessorCount=1",
                        "-Duser.language=nl",
                        "-Duser.country=NL",
                        "-Dfile.encoding=COMPAT"),
                command,
                session);
        String expected = output(plain);
        assertFalse(expected.isEmpty());
        assertEquals(expected, output(other));
        assertEquals(plain.waitFor(), other.waitFor());
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private Process start(
            String name, Map<String, String> environment, List<String> machine, String command, String session)
            throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        line.addAll(machine);
        line.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "whence.cli.Main", command, "--json", session));
        ProcessBuilder process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        for (String home : List.of("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")) {
            process.environment().put(home, folder.resolve(name + home).toString());
        }
        return process.start();
    }
}
