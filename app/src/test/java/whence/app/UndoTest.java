package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.model.Capture;
import whence.app.session.SessionOpener;
import whence.bytes.Watch;
import whence.trail.Step;
import whence.trail.Trail;

/// Choices and findings are taken back in the order they were made.
class UndoTest {
    @TempDir
    Path state;

    @Test
    void a_candidate_that_was_taken_is_given_back_and_the_trail_with_it() throws Exception {
        try (Capture capture = open()) {
            FxThread.run(() -> {
                Wiring wiring = Bench.with(capture);
                Trail before = trail(wiring);
                Step.Candidate other = other(before);
                wiring.desk().choose(other.id());
                assertNotEquals(before, trail(wiring));
                wiring.findings().keep();
                wiring.actions().find("undo").orElseThrow().perform();
                assertEquals(List.of(), capture.notes().findings());
                assertEquals(List.of(other.id()), capture.notes().choices());
                wiring.actions().find("undo").orElseThrow().perform();
                assertEquals(List.of(), capture.notes().choices());
                assertEquals(before, trail(wiring));
                wiring.actions().find("redo").orElseThrow().perform();
                assertEquals(List.of(other.id()), capture.notes().choices());
                assertNotEquals(before, trail(wiring));
            });
        }
    }

    @Test
    void where_nothing_is_left_to_undo_or_redo_that_is_said() throws Exception {
        try (Capture capture = open()) {
            FxThread.run(() -> {
                Wiring wiring = Bench.with(capture);
                wiring.actions().find("undo").orElseThrow().perform();
                assertEquals("Nothing to undo.", wiring.desk().problemProperty().get());
                wiring.actions().find("redo").orElseThrow().perform();
                assertEquals("Nothing to redo.", wiring.desk().problemProperty().get());
            });
        }
    }

    private Capture open() throws Exception {
        return new SessionOpener(Map.of(), state).open(List.of(Samples.file("ambiguous-symbol")), Watch.NONE);
    }

    private static Trail trail(Wiring wiring) {
        return Objects.requireNonNull(wiring.desk().trailProperty().get());
    }

    private static Step.Candidate other(Trail trail) {
        return trail.steps().stream()
                .filter(step -> step.candidates().size() > 1)
                .flatMap(step -> step.candidates().stream().filter(c -> !c.id().equals(step.chosen())))
                .findFirst()
                .orElseThrow();
    }
}
