package whence.app.rows;

/// The rows of a [RowView]. Asked on the JavaFX thread, only for rows in sight; the row number is a long because
/// nothing here depends on how many there are.
public interface RowSource {
    RowSource EMPTY = new RowSource() {
        @Override
        public long count() {
            return 0;
        }

        @Override
        public String cell(long row, int column) {
            return "";
        }
    };

    long count();

    String cell(long row, int column);

    /// A style class for the row, such as `error`; empty for none.
    default String style(long row) {
        return "";
    }
}
