package whence.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import whence.app.FxThread;

class FoldingTest {
    private static final String LONG = "The call returned -EINVAL; it is the run that the probe saw. "
            + "It was made by task 10975, started by execve(\"./cmd\", [\"./cmd\"], 0x7ffe3c9a6d48 /* 24 vars */), "
            + "and passed a structure of 120 bytes whose members the trace shows.";

    @Test
    void a_short_text_stands_there_whole() {
        assertEquals("One exit is left.", Folding.beginning("One exit is left."));
    }

    @Test
    void a_long_text_begins_with_its_first_sentence() {
        assertEquals("The call returned -EINVAL; it is the run that the probe saw.", Folding.beginning(LONG));
    }

    @Test
    void an_expression_of_the_source_is_not_the_end_of_a_sentence() {
        String guard = "It left at line 1181, taken when kind != KPROBE && !is_test(kind) in this source. "
                + "Nothing captured shows what is_test() gave; the other ways out are eliminated, which is why this one is left.";
        assertEquals(
                "It left at line 1181, taken when kind != KPROBE && !is_test(kind) in this source.",
                Folding.beginning(guard));
    }

    @Test
    void a_long_sentence_is_cut_between_words() {
        String words = "word ".repeat(60).strip();
        String beginning = Folding.beginning(words);
        assertTrue(beginning.endsWith("word …"), beginning);
        assertTrue(beginning.length() <= 152);
    }

    @Test
    void the_rest_comes_on_demand_and_goes_again() {
        FxThread.run(() -> {
            Folding folding = new Folding(LONG);
            Label text = (Label) folding.getChildren().getFirst();
            Hyperlink more = (Hyperlink) folding.getChildren().getLast();
            more.fire();
            assertEquals(LONG, text.getText());
            assertEquals("less", more.getText());
            more.fire();
            assertFalse(text.getText().contains("10975"));
            assertFalse(new Folding("short").getChildren().getLast().isVisible());
        });
    }
}
