package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import whence.app.model.Origin;
import whence.app.model.Settings;
import whence.app.task.FxGate;
import whence.app.task.Stages;
import whence.app.task.Tasks;
import whence.evidence.Ref;

class LoadingTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final HandMade capture = new HandMade();

    private Wiring opening() {
        Wiring wiring = new Wiring(
                new Tasks(waiting::add, FxGate.sameThread()),
                (files, watch) -> {
                    Stages.say(watch, "Reading the events");
                    watch.progress(1, 4);
                    return capture;
                },
                new Settings(Bench.NOWHERE, Bench.NOWHERE),
                Dialogs.desktop());
        wiring.open(List.of(Path.of("large.whence")));
        return wiring;
    }

    @Test
    void what_is_being_opened_stands_in_the_middle_and_escape_gives_it_up() {
        FxThread.run(() -> {
            Wiring wiring = opening();
            assertEquals(List.of("Opening large.whence"), headlines(wiring, ".loading .headline"));
            Keys.press(wiring.scene().getRoot(), KeyCode.ESCAPE);
            assertEquals(List.of(), headlines(wiring, ".loading .headline"));
            assertEquals(1, headlines(wiring, ".welcome .headline").size());
        });
    }

    @Test
    void a_capture_that_was_given_up_but_opened_all_the_same_is_closed() {
        FxThread.run(() -> {
            Wiring wiring = opening();
            wiring.desk().tasks().cancelAll();
            waiting.forEach(Runnable::run);
            assertTrue(capture.closed);
            assertTrue(wiring.desk().capture().isEmpty());
        });
    }

    @Test
    void events_can_be_looked_at_while_leads_are_looked_for_and_the_trail_does_not_tear_one_away() {
        FxThread.run(() -> {
            Wiring wiring = opening();
            while (wiring.desk().capture().isEmpty()) {
                next();
            }
            assertEquals(capture, wiring.desk().capture().orElseThrow());
            assertEquals(null, wiring.desk().leadsProperty().get());
            wiring.desk().look(new Ref.Event(HandMade.STRACE, 2), Origin.TIMELINE);
            while (!waiting.isEmpty()) {
                next();
            }
            assertTrue(wiring.desk().trailProperty().get() != null);
            assertEquals(
                    new Ref.Event(HandMade.STRACE, 2),
                    wiring.desk().lookedProperty().get().place().event());
        });
    }

    @Test
    void a_trail_that_is_ready_before_what_one_picked_is_shown_does_not_tear_one_away_either() {
        FxThread.run(() -> {
            Wiring wiring = opening();
            while (wiring.desk().capture().isEmpty()) {
                next();
            }
            while (!waiting.isEmpty() && wiring.desk().leadsProperty().get() == null) {
                next();
            }
            Ref.Event picked = new Ref.Event(HandMade.STRACE, 2);
            wiring.desk().look(picked, Origin.TIMELINE);
            waiting.addFirst(waiting.removeLast());
            Runnable slow = waiting.removeFirst();
            while (!waiting.isEmpty()) {
                next();
            }
            assertTrue(wiring.desk().trailProperty().get() != null);
            slow.run();
            while (!waiting.isEmpty()) {
                next();
            }
            assertEquals(picked, wiring.desk().lookedProperty().get().place().event());
        });
    }

    private void next() {
        waiting.remove().run();
    }

    private static List<String> headlines(Wiring wiring, String selector) {
        return Bench.all(wiring, selector, Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }
}
