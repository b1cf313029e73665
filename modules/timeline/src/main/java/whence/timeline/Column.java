package whence.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One typed column. Rows behind its end are not set.
public sealed interface Column {

    /// Numbers; [Events#NO_NUMBER] where not set.
    final class Numbers implements Column {
        private final LongBlocks cells;

        Numbers(LongBlocks cells) {
            this.cells = cells;
        }

        public long get(int row) {
            return cells.get(row);
        }
    }

    /// Texts by dictionary code; code 0 is "not set".
    final class Texts implements Column {
        private final IntBlocks codes;
        private final List<String> dictionary;

        Texts(IntBlocks codes, List<String> dictionary) {
            this.codes = codes;
            this.dictionary = List.copyOf(dictionary);
        }

        public int code(int row) {
            return codes.get(row);
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
