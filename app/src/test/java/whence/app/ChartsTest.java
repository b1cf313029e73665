package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.model.Capture;
import whence.app.model.Chart;
import whence.app.model.Origin;
import whence.app.session.SessionOpener;
import whence.bytes.Watch;
import whence.evidence.Ref;

/// Maps and histograms of bpftrace, drawn.
class ChartsTest {
    /// As bpftrace prints it.
    private static final String OUTPUT = """
            Attaching 2 probes...


            @bytes[dd]:
            [4K, 8K)               2 |@@@@@@@@@@@@@@@@@@@@@@@@@@                          |
            [8K, 16K)              0 |                                                    |
            [16K, 32K)             0 |                                                    |
            [32K, 64K)             0 |                                                    |
            [64K, 128K)            0 |                                                    |
            [128K, 256K)           0 |                                                    |
            [256K, 512K)           4 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|

            """;

    @TempDir
    Path folder;

    @Test
    void a_histogram_is_drawn_with_a_bar_a_bucket_and_empty_stretches_folded() throws Exception {
        Capture capture = open();
        FxThread.run(() -> {
            Wiring wiring = Bench.with(capture);
            wiring.desk().look(histogram(capture), Origin.OPENING);
            List<String> labels = Bench.all(wiring, ".label", Label.class).stream()
                    .map(Label::getText)
                    .toList();
            assertTrue(labels.contains("@bytes[dd]   6 in all"), labels.toString());
            assertTrue(labels.contains("⋮ 5 empty"), labels.toString());
            List<Region> bars = Bench.all(wiring, ".chart-bar", Region.class);
            assertEquals(2, bars.size());
            assertTrue(bars.getLast().getWidth() > 0);
            assertEquals(0.5, bars.getFirst().getWidth() / bars.getLast().getWidth(), 0.05);
        });
    }

    @Test
    void an_event_that_gathers_nothing_has_no_chart() throws Exception {
        Capture capture = Samples.open("centos7-bpf-einval");
        assertEquals(List.of(), capture.charts(capture.timeline().ref(0)));
        assertEquals(1, new Chart("@", List.of()).most());
        capture.close();
    }

    private Capture open() throws Exception {
        Path file = folder.resolve("bytes.bpftrace.txt");
        try {
            Files.writeString(file, OUTPUT);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return new SessionOpener(Map.of()).open(List.of(file), Watch.NONE);
    }

    private static Ref.Event histogram(Capture capture) {
        return IntStream.range(0, capture.timeline().size())
                .mapToObj(capture.timeline()::ref)
                .filter(ref -> !capture.charts(ref).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
