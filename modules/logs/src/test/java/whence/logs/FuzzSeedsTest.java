package whence.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.bytes.Bytes;

/// The seeds of [ReadersFuzzTest] are cut from real captures, two journals among them whose hash tables were taken out.
class FuzzSeedsTest {
    private static final Map<String, String> FORMATS =
            Map.of("journal_export", "journal-export", "journal_json", "journal-json", "journal_text", "journal-text");

    static List<Path> seeds() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FuzzSeedsTest.class.getResource("ReadersFuzzTestInputs"))
                .toURI());
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String format(Path seed) {
        String target = seed.getParent().getFileName().toString();
        return FORMATS.getOrDefault(target, target.replace('_', '-'));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_seed_is_read_by_its_reader(Path seed) throws IOException {
        Readings log = Readings.of(format(seed), Bytes.of(Files.readAllBytes(seed)), Map.of());
        log.lookAtEverything();
        assertTrue(log.events().count() > 0);
        boolean said = log.texts().stream().anyMatch(text -> text.length() > 10);
        assertTrue(said, () -> String.join("\n", log.texts()));
    }

    @Test
    void a_real_journal_without_hash_tables_holds_all_its_entries() throws Exception {
        for (Path seed : seeds()) {
            if (seed.endsWith("journal/compact-zstd")) {
                Readings log = Readings.of("journal", Bytes.of(Files.readAllBytes(seed)), Map.of());
                assertEquals(101, log.events().count());
                assertEquals(List.of(), log.events().losses());
            }
        }
    }

    /// A few changes of each seed, so that the targets do more than pass where nobody fuzzes.
    @ParameterizedTest
    @MethodSource("seeds")
    void changed_seeds_are_read_to_their_end(Path seed) throws IOException {
        byte[] original = Files.readAllBytes(seed);
        for (int i = 0; i < 20; i++) {
            SplittableRandom random = new SplittableRandom(i);
            byte[] changed = original.clone();
            for (int changes = random.nextInt(1, 9); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Readings.of(format(seed), Bytes.of(changed), Map.of()).lookAtEverything();
        }
    }
}
