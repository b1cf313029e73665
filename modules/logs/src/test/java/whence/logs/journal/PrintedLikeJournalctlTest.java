package whence.logs.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import whence.bytes.Watch;
import whence.logs.journal.print.JournalPrinter;
import whence.logs.journal.print.JournalPrinter.Form;

/// The captures' journals, read by the real journalctl and by this module.
class PrintedLikeJournalctlTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid-elf/journal-rotated",
                "invalid-elf/journal-live",
                "ambiguous-symbol/journal-rotated",
                "ambiguous-symbol/journal-live"
            })
    void export_is_the_same_byte_for_byte(String folder) throws Exception {
        Path directory = captures().resolve(folder);
        byte[] expected = journalctl("--directory=" + directory, "-o", "export");
        assertTrue(expected.length > 100_000);
        assertArrayEquals(expected, print(directory, Form.EXPORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf/journal-rotated", "ambiguous-symbol/journal-live"})
    void json_says_the_same(String folder) throws Exception {
        Path directory = captures().resolve(folder);
        assertEquals(
                objects(journalctl("--directory=" + directory, "-o", "json")), objects(print(directory, Form.JSON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-elf/journal-rotated", "ambiguous-symbol/journal-live"})
    void cat_is_the_same(String folder) throws Exception {
        Path directory = captures().resolve(folder);
        assertArrayEquals(journalctl("--directory=" + directory, "-o", "cat", "--all"), print(directory, Form.CAT));
    }

    private static Path captures() {
        String folder = System.getenv("WHENCE_CAPTURES");
        assumeTrue(folder != null, "WHENCE_CAPTURES is not set: the captures' journals are not compared");
        return Path.of(folder);
    }

    private static byte[] print(Path path, Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalPrinter.print(List.of(path), form, out, Optional.empty(), Watch.NONE);
        return out.toByteArray();
    }

    private static List<Map<?, ?>> objects(byte[] lines) {
        List<Map<?, ?>> objects = new ArrayList<>();
        new String(lines, StandardCharsets.UTF_8).lines().forEach(l -> objects.add(JSON.readValue(l, Map.class)));
        return objects;
    }

    private static byte[] journalctl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("journalctl", "--no-pager", "-q"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            assertEquals(0, process.waitFor());
            return output;
        } catch (IOException notInstalled) {
            assumeTrue(false, "journalctl (Debian package systemd) is not installed: nothing to compare with");
            throw notInstalled;
        }
    }
}
