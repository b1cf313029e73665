package whence.app.view.symbols;

import whence.app.model.SymbolList;
import whence.app.rows.RowSource;

/// Copies of symbols as rows; the name stands at the first copy of a group only.
final class SymbolRows implements RowSource {
    private final SymbolList table;
    private final int[] shown;

    SymbolRows(SymbolList table, int[] shown) {
        this.table = table;
        this.shown = shown;
    }

    @Override
    public long count() {
        return shown.length;
    }

    SymbolList table() {
        return table;
    }

    int index(long row) {
        return shown[(int) row];
    }

    long rowOf(int index) {
        return java.util.Arrays.binarySearch(shown, index);
    }

    SymbolList.Row at(long row) {
        return table.row(index(row));
    }

    @Override
    public String cell(long row, int column) {
        SymbolList.Row symbol = at(row);
        return switch (column) {
            case 0 -> firstOfGroup(row) ? symbol.name() : "";
            case 1 -> firstOfGroup(row) && symbol.copies() > 1 ? Integer.toString(symbol.copies()) : "";
            case 2 -> symbol.address();
            case 3 -> symbol.type();
            case 4 -> symbol.probe();
            case 5 -> symbol.grade();
            case 6 -> symbol.object().isEmpty() ? symbol.module() : symbol.object();
            default -> "";
        };
    }

    private boolean firstOfGroup(long row) {
        return row == 0 || !table.name(index(row - 1)).equals(table.name(index(row)));
    }

    @Override
    public String style(long row) {
        return table.ambiguous(index(row)) ? "warn" : "";
    }
}
