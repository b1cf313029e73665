package whence.traces.columns;

import whence.traces.text.Ascii;

/// Cuts a row into the cells of a layout, in place. One object serves all rows.
final class Cells {
    private final Layout.Column[] columns;
    final int[] from;
    final int[] to;

    Cells(Layout layout) {
        columns = layout.columns().toArray(Layout.Column[]::new);
        from = new int[columns.length];
        to = new int[columns.length];
    }

    int count() {
        return columns.length;
    }

    Layout.Column column(int i) {
        return columns[i];
    }

    /// Whether the row has every cell, the last possibly empty.
    boolean read(byte[] text, int start, int end) {
        int at = Ascii.skipSpaces(text, start, end);
        int last = columns.length - 1;
        for (int i = 0; i < last; i++) {
            if (at >= end) {
                return false;
            }
            from[i] = at;
            int width = columns[i].width();
            boolean padded = width > 0 && at + width < end && text[at + width - 1] == ' ' && text[at + width] != ' ';
            to[i] = padded ? trimmed(text, at, at + width) : Ascii.wordEnd(text, at, end);
            at = padded ? at + width : Ascii.skipSpaces(text, to[i], end);
        }
        from[last] = at;
        to[last] = trimmed(text, at, end);
        return true;
    }

    private static int trimmed(byte[] text, int from, int to) {
        int end = to;
        while (end > from && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
            end--;
        }
        return end;
    }
}
