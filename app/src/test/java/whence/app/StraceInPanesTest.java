package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import whence.app.model.Capture;
import whence.app.model.Origin;
import whence.app.rows.RowView;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Timeline;

class StraceInPanesTest {
    private static final Capture CAPTURE = Samples.open("invalid-elf");

    @AfterAll
    static void close() {
        CAPTURE.close();
    }

    @Test
    void a_call_that_was_interrupted_is_one_event_with_a_link_to_each_of_its_lines() {
        FxThread.run(() -> {
            Capture capture = CAPTURE;
            Wiring wiring = Bench.with(capture);
            Ref.Event call = interrupted(capture.timeline());
            wiring.desk().look(call, Origin.OPENING);
            List<Span> lines = capture.spans(call);
            assertEquals(2, lines.size());
            assertTrue(visible(wiring, "One call in 2 pieces: begun at the first, finished at the last."));
            for (Span line : lines) {
                link(wiring, line.toString()).fire();
                assertEquals(
                        new Ref.Range(line),
                        wiring.desk().lookedProperty().get().focus().at());
            }
        });
    }

    @Test
    void the_arguments_of_a_call_have_the_names_that_the_source_gives_them() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.desk().look(event(wiring, "finit_module("), Origin.OPENING);
            TreeTableView<?> tree =
                    Bench.all(wiring, ".tree-table-view", TreeTableView.class).getFirst();
            List<String> names = tree.getRoot().getChildren().stream()
                    .map(item -> ((Detail) item.getValue()).name())
                    .toList();
            assertEquals(List.of("fd", "uargs", "flags", "result"), names);
        });
    }

    @Test
    void the_timeline_names_the_error_of_a_call_in_a_column() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            filter(wiring, "errno:ENOEXEC");
            RowView rows = timeline(wiring);
            assertTrue(rows.source().count() > 0);
            for (long row = 0; row < rows.source().count(); row++) {
                assertEquals("ENOEXEC", rows.source().cell(row, 4));
            }
        });
    }

    @Test
    void a_filter_that_hides_the_event_in_focus_selects_nothing_and_one_that_shows_it_selects_it_again() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            Ref.Event event = Objects.requireNonNull(
                    wiring.desk().lookedProperty().get().place().event());
            long before = timeline(wiring).selection().lead();
            filter(wiring, "kind:exec");
            assertTrue(timeline(wiring).selection().isEmpty());
            filter(wiring, "");
            assertEquals(before, timeline(wiring).selection().lead());
            assertEquals(event, wiring.desk().lookedProperty().get().place().event());
        });
    }

    @Test
    void an_argument_longer_than_its_column_stands_in_full_below_the_tree() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.desk().look(event(wiring, "execve("), Origin.OPENING);
            TreeTableView<?> tree =
                    Bench.all(wiring, ".tree-table-view", TreeTableView.class).getFirst();
            tree.getSelectionModel().select(0);
            String whole = Bench.all(wiring, ".text-area", javafx.scene.control.TextArea.class).stream()
                    .filter(area -> !area.isEditable() && area.isVisible())
                    .findFirst()
                    .orElseThrow()
                    .getText();
            assertTrue(whole.contains("execve"), whole);
            assertFalse(whole.contains("…"), whole);
        });
    }

    private static Ref.Event event(Wiring wiring, String beginning) {
        Capture capture = wiring.desk().capture().orElseThrow();
        Timeline timeline = capture.timeline();
        return IntStream.range(0, timeline.size())
                .mapToObj(timeline::ref)
                .filter(ref -> capture.text(ref).startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static Ref.Event interrupted(Timeline timeline) {
        Events events = timeline.artifacts().stream()
                .filter(each -> each.joined().length > 0)
                .findFirst()
                .orElseThrow();
        return new Ref.Event(events.artifact(), events.joined()[0]);
    }

    private static void filter(Wiring wiring, String text) {
        Bench.all(wiring, ".text-field", TextField.class).stream()
                .filter(field -> "filter".equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .setText(text);
    }

    private static RowView timeline(Wiring wiring) {
        return Bench.all(wiring, ".row-view", RowView.class).stream()
                .filter(view -> "timeline".equals(view.getAccessibleRoleDescription()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean visible(Wiring wiring, String text) {
        return Bench.all(wiring, ".label", Label.class).stream()
                .filter(Node::isVisible)
                .anyMatch(label -> text.equals(label.getText()));
    }

    private static Hyperlink link(Wiring wiring, String text) {
        return Bench.all(wiring, ".evidence-link", Hyperlink.class).stream()
                .filter(link -> ("evidence " + text).equals(link.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }
}
