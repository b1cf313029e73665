package whence.app.rows;

/// A column of a [RowView].
///
/// @param characters width in characters; 0 for the column that takes the rest
/// @param quiet whether it steps back behind the others
public record RowColumn(String title, int characters, boolean quiet) {
    public static RowColumn of(String title, int characters) {
        return new RowColumn(title, characters, false);
    }

    public static RowColumn quiet(String title, int characters) {
        return new RowColumn(title, characters, true);
    }

    /// The column that takes what is left.
    public static RowColumn rest(String title) {
        return new RowColumn(title, 0, false);
    }
}
