package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.rows.RowView;
import whence.app.session.SessionOpener;
import whence.app.view.Folding;
import whence.bytes.Watch;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.trail.Step;
import whence.trail.Trail;

/// Every sample session, opened and walked as a user would, with what the panes then show.
class SampleSessionsTest {
    static List<Path> sessions() throws IOException {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("whence.root"), ".."));
        try (Stream<Path> files = Files.list(root.resolve("sample-sessions"))) {
            return files.filter(f -> f.toString().endsWith(".whence")).sorted().toList();
        }
    }

    private static Capture open(Path session) {
        try {
            return new SessionOpener(Map.of()).open(List.of(session), Watch.NONE);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static RowView rows(Wiring wiring, String name) {
        return Bench.all(wiring, ".row-view", RowView.class).stream()
                .filter(v -> name.equals(v.getAccessibleRoleDescription()))
                .findFirst()
                .orElseThrow();
    }

    /// `higher: (load_elf_binary+0x0/0x1830)`: only the second of the two copies has that size.
    @Test
    void a_line_of_a_trace_leads_to_the_copy_it_names_by_its_size() throws IOException {
        Path session = sessions().stream()
                .filter(s -> s.endsWith("ambiguous-symbol.whence"))
                .findFirst()
                .orElseThrow();
        FxThread.run(() -> {
            Capture capture = open(session);
            Wiring wiring = Bench.with(capture);
            Ref.Event hit = IntStream.range(0, capture.timeline().size())
                    .mapToObj(row -> capture.timeline().ref(row))
                    .filter(event -> capture.text(event).contains("(load_elf_binary+0x0/0x1830)"))
                    .findFirst()
                    .orElseThrow();
            wiring.desk().look(hit, Origin.TIMELINE);
            wiring.actions().find("symbols-here").orElseThrow().run().run();
            Ref.Symbol seen = wiring.desk().lookedProperty().get().place().symbol();
            assertEquals(new Ref.Symbol("load_elf_binary", 0xffffffff8d3ec960L), seen);
            assertEquals(1, rows(wiring, "symbols").source().count());
            assertEquals("", wiring.desk().problemProperty().get());
        });
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void opens_with_its_events_and_a_trail_from_its_first_lead(Path session) {
        FxThread.run(() -> {
            Capture capture = open(session);
            Wiring wiring = Bench.with(capture);
            assertEquals("", wiring.desk().problemProperty().get());
            assertFalse(capture.leads(Watch.NONE).isEmpty());
            assertEquals(
                    capture.timeline().size(), rows(wiring, "timeline").source().count());
            Trail trail = wiring.desk().trailProperty().get();
            assertNotNull(trail);
            List<String> labels = Bench.all(wiring, ".card .title", Label.class).stream()
                    .map(Label::getText)
                    .toList();
            for (Step step : trail.steps()) {
                assertTrue(labels.contains(Folding.beginning(step.title())), step.title());
            }
            assertTrue(
                    labels.contains(trail.verdict().summary()), trail.verdict().summary());
            wiring.desk().close();
        });
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void walks_forwards_and_back_with_every_pane_following(Path session) {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(open(session));
            Desk desk = wiring.desk();
            List<Looked> seen = new ArrayList<>(List.of(desk.lookedProperty().get()));
            followed(wiring);
            while (desk.canGoForwardProperty().get()) {
                desk.forward();
                seen.add(desk.lookedProperty().get());
                followed(wiring);
            }
            Trail trail = Objects.requireNonNull(desk.trailProperty().get());
            assertEquals(Math.max(1, trail.steps().size()), seen.size());
            for (int i = seen.size() - 2; i >= 0; i--) {
                desk.back();
                assertEquals(seen.get(i).place(), desk.lookedProperty().get().place());
                followed(wiring);
            }
            assertEquals("", desk.problemProperty().get());
            desk.close();
        });
    }

    /// The timeline stands on the event of the focus, the bytes on its span, the details on its text.
    private static void followed(Wiring wiring) {
        Looked now = wiring.desk().lookedProperty().get();
        Capture capture = wiring.desk().capture().orElseThrow();
        if (now.place().event() != null) {
            RowView timeline = rows(wiring, "timeline");
            String text = capture.text(now.place().event());
            assertEquals(text, timeline.source().cell(timeline.selection().lead(), 5));
        }
        Span span = now.place().span();
        if (span != null) {
            wiring.show(whence.app.model.Origin.BYTES);
            RowView bytes = rows(wiring, "bytes");
            assertEquals("evidence", bytes.source().style(bytes.selection().lead()), span.toString());
        }
    }
}
