package whence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.evidence.Loss;
import whence.evidence.Span;

class LostTest {
    @Test
    void the_same_loss_of_an_artifact_is_said_once() {
        assertEquals(
                List.of(
                        "a.txt:3 and 2 more places there: too long",
                        "b.txt:7: too long",
                        "a.txt:9: cut off",
                        "c.txt:1 and c.txt:2: too long"),
                Lost.told(List.of(
                        lost("a.txt", 3, "too long"),
                        lost("a.txt", 5, "too long"),
                        lost("b.txt", 7, "too long"),
                        lost("a.txt", 8, "too long"),
                        lost("a.txt", 9, "cut off"),
                        lost("c.txt", 1, "too long"),
                        lost("c.txt", 2, "too long"))));
    }

    @Test
    void one_loss_that_two_trails_name_is_one() {
        assertEquals(
                List.of("a.txt:3: too long"),
                Lost.told(List.of(lost("a.txt", 3, "too long"), lost("a.txt", 3, "too long"))));
    }

    private static Loss lost(String artifact, int line, String why) {
        return new Loss(new Span(artifact, line, 10L * line, 4), Loss.Kind.UNREADABLE, 1, why);
    }
}
