package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import whence.app.model.Origin;
import whence.evidence.Ref;

class GoToPlaceTest {
    @Test
    void the_end_of_a_path_and_a_line_open_that_line() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            String end = HandMade.FILE.substring(HandMade.FILE.lastIndexOf('/') + 1);
            type(wiring, "go to function, macro, file or line", end + ":1175");
            assertEquals(
                    new Ref.Source(HandMade.TREE, HandMade.FILE, 1175),
                    wiring.desk().lookedProperty().get().place().source());
        });
    }

    @Test
    void a_part_of_a_name_goes_to_the_closest_function() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            type(wiring, "go to function, macro, file or line", "prog_lo");
            assertEquals(
                    new Ref.Source(HandMade.TREE, HandMade.FILE, 1169),
                    wiring.desk().lookedProperty().get().place().source());
        });
    }

    @Test
    void a_file_that_no_tree_has_is_said_to_be_missing() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            type(wiring, "go to function, macro, file or line", "nowhere.c:3");
            assertEquals(
                    "No source of this session has “nowhere.c:3”.",
                    wiring.desk().problemProperty().get());
        });
    }

    @Test
    void an_event_that_the_filter_hides_is_said_to_be_hidden_and_can_be_shown() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            Hyperlink show =
                    Bench.all(wiring, "#show-all-events", Hyperlink.class).getFirst();
            assertFalse(show.getParent().isVisible());
            type(wiring, "filter", "errno:EINVAL");
            wiring.desk().look(new Ref.Event(HandMade.STRACE, 2), Origin.OPENING);
            assertTrue(show.getParent().isVisible());
            show.fire();
            assertFalse(show.getParent().isVisible());
            assertEquals("", field(wiring, "filter").getText());
        });
    }

    private static void type(Wiring wiring, String name, String text) {
        TextField field = field(wiring, name);
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private static TextField field(Wiring wiring, String name) {
        return Bench.all(wiring, ".text-field", TextField.class).stream()
                .filter(each -> name.equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }
}
