package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import whence.app.model.Origin;
import whence.evidence.Ref;

class TrailPaneTest {
    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

    private static List<Integer> marked(Wiring wiring) {
        List<VBox> cards = Bench.all(wiring, ".card", VBox.class);
        return IntStream.range(0, cards.size())
                .filter(i -> cards.get(i).getPseudoClassStates().contains(LOOKED_AT))
                .boxed()
                .toList();
    }

    @Test
    void the_card_of_the_step_is_marked_and_no_other() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            assertEquals(List.of(0), marked(wiring));
            wiring.desk().forward();
            wiring.desk().forward();
            assertEquals(List.of(2), marked(wiring));
            wiring.desk().back();
            assertEquals(List.of(1), marked(wiring));
        });
    }

    @Test
    void the_last_step_comes_into_sight() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            wiring.scene().getRoot().resize(1000, 400);
            Bench.layout(wiring);
            while (wiring.desk().canGoForwardProperty().get()) {
                wiring.desk().forward();
            }
            Bench.layout(wiring);
            ScrollPane scroll =
                    Bench.all(wiring, ".scroll-pane", ScrollPane.class).getFirst();
            assertTrue(scroll.getVvalue() > 0, "" + scroll.getVvalue());
        });
    }

    @Test
    void a_surviving_exit_of_the_verdict_leads_to_its_line() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            Hyperlink exit = Bench.all(wiring, ".verdict .evidence-link", Hyperlink.class)
                    .getFirst();
            exit.fire();
            assertEquals(
                    new Ref.Source(HandMade.TREE, HandMade.FILE, 1176),
                    wiring.desk().lookedProperty().get().focus().at());
        });
    }

    @Test
    void grades_are_words_and_not_only_colours() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(new HandMade());
            List<String> badges = Bench.all(wiring, ".badge", Label.class).stream()
                    .map(Label::getText)
                    .toList();
            assertTrue(badges.containsAll(List.of("observed", "derived", "assumed")), badges.toString());
            wiring.desk().lookAtStep(1, Origin.TRAIL);
        });
    }
}
