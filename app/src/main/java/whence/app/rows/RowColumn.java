package whence.app.rows;

import java.util.List;

/// A column of a [RowView].
///
/// @param characters width in characters; 0 for the column that takes the rest
/// @param least the width it gives way to where the rest has little room
/// @param quiet whether it steps back behind the others
public record RowColumn(String title, int characters, int least, boolean quiet) {
    /// Part of a view that belongs to the column that takes the rest, as far as others can give way.
    private static final double REST = 0.45;

    /// A column that keeps its width.
    public static RowColumn of(String title, int characters) {
        return new RowColumn(title, characters, characters, false);
    }

    /// A column that keeps its width and steps back.
    public static RowColumn quiet(String title, int characters) {
        return new RowColumn(title, characters, characters, true);
    }

    /// A column that is narrower in a narrow view, where its longest texts are cut.
    public static RowColumn yielding(String title, int least, int characters) {
        return new RowColumn(title, characters, least, false);
    }

    /// The column that takes what is left.
    public static RowColumn rest(String title) {
        return new RowColumn(title, 0, 0, false);
    }

    /// Where columns begin in a view of so many characters, in characters.
    static double[] starts(List<RowColumn> columns, double width) {
        double wanted = 0;
        double yielding = 0;
        for (RowColumn column : columns) {
            wanted += column.characters() + 1;
            yielding += column.characters() - column.least();
        }
        double missing = Math.clamp(wanted - width * (1 - REST), 0, yielding);
        double[] starts = new double[columns.size()];
        for (int c = 1; c < starts.length; c++) {
            RowColumn before = columns.get(c - 1);
            double given = yielding == 0 ? 0 : missing * (before.characters() - before.least()) / yielding;
            starts[c] = starts[c - 1] + before.characters() - given + 1;
        }
        return starts;
    }
}
