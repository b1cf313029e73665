package whence.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One typed column. Rows behind its end are not set.
public sealed interface Column {

    /// Numbers; [Events#NO_NUMBER] where not set.
    final class Numbers implements Column {
        private final long[] cells;

        Numbers(long[] cells) {
            this.cells = cells;
        }

        public long get(int row) {
            return row < cells.length ? cells[row] : Events.NO_NUMBER;
        }
    }

    /// Texts by dictionary code; code 0 is "not set".
    final class Texts implements Column {
        private final int[] codes;
        private final List<String> dictionary;

        Texts(int[] codes, List<String> dictionary) {
            this.codes = codes;
            this.dictionary = List.copyOf(dictionary);
        }

        public int code(int row) {
            return row < codes.length ? codes[row] : 0;
        }

        public @Nullable String get(int row) {
            int code = code(row);
            return code == 0 ? null : dictionary.get(code - 1);
        }

        /// The text of code `i + 1` is at `i`.
        public List<String> dictionary() {
            return dictionary;
        }
    }
}
