package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.bytes.Bytes;
import whence.timeline.Input;

/// The seeds of [TracesFuzzTest], and as many changes of them as there is time for.
class FuzzSeedsTest {
    private static final Set<String> UNDERSCORED = Set.of("kprobe_events");
    private static final String SPECIAL = "\n\r\0\t \"\\{}[]()<>,=|*/:.@~-+#'\u00ff0x9a→";

    static List<Path> seeds() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FuzzSeedsTest.class.getResource("TracesFuzzTestInputs"))
                .toURI());
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !format(path).equals("strace-call"))
                    .sorted()
                    .toList();
        }
    }

    private static String format(Path seed) {
        String target = seed.getParent().getFileName().toString();
        return UNDERSCORED.contains(target) ? target : target.replace('_', '-');
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_seed_is_of_its_format(Path seed) throws IOException {
        Fixture trace = Fixture.of(new Input("x", Bytes.of(Files.readAllBytes(seed))));
        assertEquals(format(seed), trace.reader().format());
        assertTrue(trace.events().count() > 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changed_seeds_are_read_to_their_end(Path seed) throws IOException {
        change(seed, 30);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("seeds")
    void so_are_thousands_of_them(Path seed) throws IOException {
        change(seed, 3000);
    }

    /// Puts odd characters, doubled pieces and cuts into a seed.
    private static void change(Path seed, int rounds) throws IOException {
        byte[] original = Files.readAllBytes(seed);
        byte[] special = SPECIAL.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < rounds; round++) {
            SplittableRandom random = new SplittableRandom(round);
            byte[] changed = original.clone();
            for (int changes = random.nextInt(1, 12); changes > 0; changes--) {
                int at = random.nextInt(changed.length);
                if (random.nextInt(4) > 0) {
                    changed[at] = special[random.nextInt(special.length)];
                } else {
                    int from = random.nextInt(changed.length);
                    int length = Math.min(random.nextInt(1, 60), changed.length - Math.max(at, from));
                    System.arraycopy(original, from, changed, at, length);
                }
            }
            TracesFuzzTest.readAll(format(seed), changed);
        }
    }
}
