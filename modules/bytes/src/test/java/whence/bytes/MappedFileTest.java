package whence.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappedFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_shrinks_under_the_reader_is_an_exception_and_no_crash() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "whence.bytes.ShrinkingFile",
                        folder.resolve("shrinking").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(
                List.of(
                        "at shrunk",
                        "u16 shrunk",
                        "i32 shrunk",
                        "i64 shrunk",
                        "copy shrunk",
                        "lines shrunk",
                        "before read"),
                said.lines().toList());
    }

    @Test
    void an_empty_file_maps_to_no_bytes() throws Exception {
        Path file = Files.createFile(folder.resolve("empty"));
        try (MappedFile mapped = MappedFile.open(file)) {
            assertEquals(0, mapped.bytes().size());
        }
    }

    @Test
    void nothing_reads_a_closed_file() throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "text");
        MappedFile mapped = MappedFile.open(file);
        mapped.close();
        assertThrows(IllegalStateException.class, () -> mapped.bytes().at(0));
    }
}
