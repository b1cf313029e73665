package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.model.Capture;
import whence.app.model.Origin;
import whence.app.session.SessionOpener;
import whence.bytes.Watch;
import whence.evidence.Finding;
import whence.evidence.Standing;
import whence.trail.Trail;

/// Assumptions and findings in the window, on a session that comes with the program.
class AssumingTest {
    @TempDir
    Path state;

    @Test
    void an_assumption_changes_the_trail_and_is_listed_until_it_is_taken_back() throws Exception {
        try (Capture capture = open()) {
            FxThread.run(() -> {
                Wiring wiring = Bench.with(capture);
                String before = trail(wiring).verdict().summary();
                state(wiring, "what?");
                assertTrue(texts(wiring, ".problem").stream().anyMatch(t -> t.startsWith("An assumption is ")));
                state(wiring, "is_test_type=1");
                assertEquals(List.of("is_test_type=1"), capture.notes().assumptions());
                assertNotEquals(before, trail(wiring).verdict().summary());
                Bench.all(wiring, ".evidence-link", Hyperlink.class).stream()
                        .filter(link -> link.getText().equals("take back"))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                assertEquals(List.of(), capture.notes().assumptions());
                assertEquals(before, trail(wiring).verdict().summary());
            });
        }
    }

    @Test
    void a_finding_that_rests_on_a_refuted_one_is_marked_and_nothing_is_kept_twice() throws Exception {
        try (Capture capture = open()) {
            FxThread.run(() -> {
                Wiring wiring = Bench.with(capture);
                wiring.findings().keep();
                wiring.findings().keep();
                assertEquals(1, capture.notes().findings().size());
                wiring.desk().nextStep();
                wiring.findings().keep();
                Finding first = capture.notes().findings().getFirst();
                wiring.findings().restOn(capture.notes().findings().getLast(), first);
                wiring.findings().refute(first);
                Finding second = capture.notes().findings().getLast();
                assertEquals(
                        Standing.State.SHAKEN, capture.notes().standing(second).state());
                wiring.findings().select(second);
                wiring.show(Origin.FINDINGS);
                assertTrue(texts(wiring, ".problem").stream().anyMatch(t -> t.startsWith("? shaken: ")));
                wiring.findings().refute(first);
                assertEquals(
                        Standing.State.STANDS, capture.notes().standing(second).state());
            });
        }
    }

    private static void state(Wiring wiring, String text) {
        wiring.actions().find("assume").orElseThrow().perform();
        TextField field = Bench.all(wiring, "#assumption", TextField.class).getFirst();
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private static List<String> texts(Wiring wiring, String selector) {
        return Bench.all(wiring, selector, Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static Trail trail(Wiring wiring) {
        return Objects.requireNonNull(wiring.desk().trailProperty().get());
    }

    private Capture open() throws Exception {
        return new SessionOpener(Map.of(), state).open(List.of(Samples.file("centos7-bpf-einval")), Watch.NONE);
    }
}
