package whence.app.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowColumnTest {
    private static final List<RowColumn> COLUMNS = List.of(
            RowColumn.of("time", 9),
            RowColumn.yielding("comm", 5, 15),
            RowColumn.yielding("result", 4, 9),
            RowColumn.rest("what"));

    @Test
    void all_columns_have_their_width_where_there_is_room() {
        assertArrayEquals(new double[] {0, 10, 26, 36}, RowColumn.starts(COLUMNS, 100), 1e-9);
    }

    @Test
    void those_that_yield_give_way_in_proportion_so_that_the_rest_has_its_part() {
        assertArrayEquals(new double[] {0, 10, 20, 27}, RowColumn.starts(COLUMNS, 28 / 0.55), 1e-9);
    }

    @Test
    void none_gets_narrower_than_its_least_width() {
        assertArrayEquals(new double[] {0, 10, 16, 21}, RowColumn.starts(COLUMNS, 10), 1e-9);
    }
}
