package whence.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsTest {
    private final Actions actions = new Actions();
    private final List<String> done = new ArrayList<>();
    private final SimpleBooleanProperty open = new SimpleBooleanProperty(false);

    @BeforeEach
    void fill() {
        actions.add(Action.Menu.FILE, "open", "Open…", "Ctrl+O", "", () -> done.add("open"));
        actions.add(
                Action.Menu.GO, "next", "Next Difference", "F7", "", open, "nothing is open", () -> done.add("next"));
    }

    private static String key(Actions actions, String id) {
        return actions.find(id).orElseThrow().keyText();
    }

    @Test
    void a_disabled_action_does_nothing() {
        actions.find("next").orElseThrow().perform();
        assertEquals(List.of(), done);
        open.set(true);
        actions.find("next").orElseThrow().perform();
        assertEquals(List.of("next"), done);
    }

    @Test
    void the_action_used_last_stands_first() {
        open.set(true);
        actions.find("next").orElseThrow().perform();
        assertEquals("next", actions.byRecency().getFirst().id());
    }

    @Test
    void keys_can_be_changed_and_a_shared_key_is_named() {
        assertEquals(List.of(), actions.remap(Map.of("open", "Ctrl+L")));
        assertEquals("Ctrl+L", key(actions, "open"));
        List<String> problems = actions.remap(Map.of("open", "F7"));
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().contains("Open…") && problems.getFirst().contains("Next Difference"));
    }

    @Test
    void nonsense_in_a_key_file_is_said_and_costs_only_itself() {
        assertEquals(1, actions.remap(Map.of("open", "Hyper+?!")).size());
        assertEquals(1, actions.remap(Map.of("fly", "Ctrl+Y")).size());
        assertEquals("Ctrl+O", key(actions, "open"));
    }

    @ParameterizedTest
    @CsvSource({"diff,true", "nxd,true", "NEXT,true", "fdx,false", "'',true"})
    void titles_are_found_by_a_few_letters_in_order(String typed, boolean found) {
        assertEquals(
                found, Fuzzy.distance("Next Difference", typed.toLowerCase(java.util.Locale.ROOT)) != Fuzzy.NO_MATCH);
    }

    @Test
    void letters_that_stand_together_come_before_letters_that_are_scattered() {
        assertTrue(Fuzzy.distance("Next Difference", "diff") < Fuzzy.distance("Drag it for fun", "diff"));
    }
}
