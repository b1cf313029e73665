package whence.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// The real captures that the environment variable WHENCE_CAPTURES points at.
final class Captures {
    private Captures() {}

    static Path folder() {
        String folder = System.getenv("WHENCE_CAPTURES");
        assumeTrue(folder != null, "WHENCE_CAPTURES is not set: the captures are not compared");
        return Path.of(folder);
    }

    static Input input(Path file) throws IOException {
        return new Input(
                file.getFileName().toString(),
                Bytes.of(Files.readAllBytes(file)),
                Map.of(Input.ZONE, "Europe/Amsterdam", Input.DATE, "2026-11-20"));
    }

    /// The reader that claims the input most surely.
    static LogReader reader(Input input) {
        Bytes head = input.bytes().slice(0, Math.min(input.bytes().size(), 64 << 10));
        EventReader best = LogReaders.all().getFirst();
        int surest = -1;
        for (EventReader reader : LogReaders.all()) {
            int sure = reader.sniff(head, input.artifact());
            if (sure > surest) {
                surest = sure;
                best = reader;
            }
        }
        return (LogReader) best;
    }

    static List<String> messages(Input input) {
        LogReader reader = reader(input);
        Events events = reader.read(input, Watch.NONE);
        return IntStream.range(0, events.count())
                .mapToObj(row -> reader.text(input, events, row))
                .toList();
    }

    /// Fails at the first line that differs, and says which reader read it.
    static void assertMessages(List<String> expected, Path file) throws IOException {
        Input input = input(file);
        List<String> found = messages(input);
        String who = file + " read as " + reader(input).format();
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), who + ", message " + i);
        }
        // The journal went on while it was listed form after form.
        int later = file.getFileName().toString().startsWith("journal-") ? 20 : 0;
        assertTrue(Math.abs(found.size() - expected.size()) <= later, who + ": " + found.size());
    }

    /// Whether a file holds text.
    static boolean isText(Path file) {
        try {
            Bytes bytes = Bytes.of(Files.readAllBytes(file));
            return bytes.indexOf((byte) 0, 0, Math.min(bytes.size(), 4096)) < 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
