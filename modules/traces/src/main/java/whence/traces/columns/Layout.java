package whence.traces.columns;

import java.util.ArrayList;
import java.util.List;

/// The columns of a free-form trace, from the user, from a header row, or found in the rows themselves.
///
/// @param columns in order; the last takes the rest of the line
/// @param by who says so
public record Layout(List<Column> columns, By by) {
    /// Who knows the columns.
    public enum By {
        HINT,
        HEADER,
        ROWS
    }

    /// One column.
    ///
    /// @param name as the header, the hint or the key says; empty where none does
    /// @param width of a padded cell with the space behind it, for names that hold spaces; 0 where a space ends
    ///     the cell
    public record Column(String name, Role role, int width) {}

    public Layout {
        columns = List.copyOf(columns);
    }

    /// From `time,pid,ppid,comm,argv`.
    public static Layout ofHint(String hint) {
        List<Column> columns = new ArrayList<>();
        for (String name : hint.split(",", -1)) {
            columns.add(new Column(name.strip(), Role.named(name), 0));
        }
        return new Layout(columns, By.HINT);
    }

    /// Whether rows are the starts of programs.
    public boolean execs() {
        return columns.stream().anyMatch(column -> column.role() == Role.ARGV);
    }

    /// Whether any column has this role.
    public boolean has(Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }
}
