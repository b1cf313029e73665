package whence.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import whence.bytes.MappedFile;
import whence.evidence.Loss;

class ShrinkingFileTest {
    static final List<String> FORMATS =
            LogReaders.all().stream().map(r -> r.format()).toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("FORMATS")
    void a_file_that_shrinks_while_it_is_mapped_costs_what_is_gone(String format) throws IOException {
        Path path = folder.resolve("log");
        try (InputStream in = ShrinkingFileTest.class.getResourceAsStream(
                "/journals/keyed1-compact1-zstd." + (format.equals("journal") ? "journal.gz" : "export.gz"))) {
            Files.write(path, new GZIPInputStream(Objects.requireNonNull(in)).readAllBytes());
        }
        try (MappedFile file = MappedFile.open(path);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(8192);
            Readings readings = Readings.of(format, file.bytes(), Map.of());
            List<Loss> losses = readings.events().losses();
            assertFalse(losses.isEmpty(), "no loss recorded");
            assertEquals(Loss.Kind.TRUNCATED, losses.getLast().kind());
            long offset = losses.getLast().span().offset();
            assertTrue(offset == 0 || offset > 8192 - Long.BYTES, "at " + offset);
        }
    }
}
