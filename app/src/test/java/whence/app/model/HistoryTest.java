package whence.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History<String> history = new History<>();

    @Test
    void goes_back_the_way_it_came_and_forward_again() {
        history.visit("line");
        history.visit("call");
        history.visit("exit");
        assertEquals(Optional.of("call"), history.back());
        assertEquals(Optional.of("line"), history.back());
        assertEquals(Optional.empty(), history.back());
        assertEquals(Optional.of("call"), history.forward());
        assertTrue(history.canGoForward());
    }

    @Test
    void looking_at_something_new_forgets_what_lay_ahead() {
        history.visit("line");
        history.visit("call");
        history.back();
        history.visit("symbol");
        assertFalse(history.canGoForward());
        assertEquals(Optional.of("line"), history.back());
    }

    @Test
    void the_same_place_twice_in_a_row_counts_once() {
        history.visit("line");
        history.visit("line");
        assertFalse(history.canGoBack());
    }

    @Test
    void a_thousand_places_are_kept_and_the_oldest_goes_first() {
        for (int i = 0; i <= 1000; i++) {
            history.visit("place " + i);
        }
        int steps = 0;
        Optional<String> last = Optional.empty();
        for (Optional<String> at = history.back(); at.isPresent(); at = history.back()) {
            last = at;
            steps++;
        }
        assertEquals(999, steps);
        assertEquals(Optional.of("place 1"), last);
    }
}
