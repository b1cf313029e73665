package whence.app.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.app.FxThread;

class RowViewTest {
    private static final long ROWS = 5_000_000_000L;

    /// As many rows as one likes; remembers which were asked for.
    private static final class Endless implements RowSource {
        private final TreeSet<Long> asked = new TreeSet<>();

        @Override
        public long count() {
            return ROWS;
        }

        @Override
        public String cell(long row, int column) {
            asked.add(row);
            return "row " + row;
        }
    }

    private final Endless source = new Endless();

    private RowView view() {
        RowView view = new RowView("rows", List.of(RowColumn.of("a", 10), RowColumn.rest("b")));
        Scene scene = new Scene(new StackPane(view), 600, 400);
        view.sourceProperty().set(source);
        layout(scene);
        return view;
    }

    private static void layout(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void press(RowView view, KeyCode code, boolean shift) {
        Event.fireEvent(view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        layout(view.getScene());
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 5_000_000, 4_999_999_000L})
    void an_arrow_key_asks_for_the_rows_in_sight_only_wherever_they_are(long where) {
        FxThread.run(() -> {
            RowView view = view();
            view.scrollTo(where);
            view.show(where + 2);
            source.asked.clear();
            press(view, KeyCode.DOWN, false);
            assertEquals(where + 3, view.selection().lead());
            assertTrue(source.asked.size() <= view.pageSize() + 2, source.asked.size() + " rows");
            assertTrue(source.asked.first() >= where, "first " + source.asked.first());
        });
    }

    @Test
    void end_and_home_go_to_the_last_and_first_row() {
        FxThread.run(() -> {
            RowView view = view();
            press(view, KeyCode.END, false);
            assertEquals(ROWS - 1, view.selection().lead());
            assertEquals(ROWS - view.pageSize(), view.topProperty().get());
            press(view, KeyCode.HOME, false);
            assertEquals(0, view.selection().lead());
        });
    }

    @Test
    void shift_selects_a_range_without_listing_it() {
        FxThread.run(() -> {
            RowView view = view();
            press(view, KeyCode.HOME, false);
            press(view, KeyCode.END, true);
            assertEquals(ROWS, view.selection().size());
            assertTrue(source.asked.size() < 200);
        });
    }

    @Test
    void following_selects_without_telling_and_leaves_a_row_in_sight_where_it_is() {
        FxThread.run(() -> {
            RowView view = view();
            List<Long> picked = new ArrayList<>();
            view.onPick(picked::add);
            view.scrollTo(1000);
            view.show(1004);
            assertEquals(1000, view.topProperty().get());
            view.show(2_000_000);
            assertTrue(view.topProperty().get() > 1_999_000);
            assertEquals(List.of(), picked);
            press(view, KeyCode.UP, false);
            assertEquals(List.of(1_999_999L), picked);
        });
    }

    @Test
    void the_screen_reader_hears_the_row() {
        FxThread.run(() -> {
            RowView view = view();
            view.show(7);
            assertEquals("row 7\trow 7", view.getAccessibleText());
        });
    }

    @Test
    void a_shorter_source_pulls_the_top_back() {
        FxThread.run(() -> {
            RowView view = view();
            view.scrollTo(4_000_000_000L);
            view.sourceProperty().set(RowSource.EMPTY);
            layout(view.getScene());
            assertEquals(0, view.topProperty().get());
            assertTrue(view.selection().isEmpty());
        });
    }
}
