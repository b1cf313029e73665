package whence.app.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// One row in sight: a text for each column. Reused for whatever row comes to stand there.
final class RowCells extends Region {
    private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    /// Longer texts cost layout time and cannot be seen anyway; the details show them in full.
    private static final int SHOWN_AT_MOST = 600;
    /// Part of a character by which sums of widths may fall short.
    private static final double ROUNDING = 0.01;

    private final RowView view;
    private final List<Text> cells = new ArrayList<>();
    private final String[] texts;
    private double[] edges = {0};
    private double character;
    private String style = "";
    private long row = RowSelection.NOWHERE;

    RowCells(RowView view) {
        this.view = view;
        this.texts = new String[view.columns().size()];
        Arrays.fill(texts, "");
        getStyleClass().add("row");
        setManaged(false);
        for (RowColumn column : view.columns()) {
            Text cell = new Text();
            cell.setTextOrigin(VPos.CENTER);
            cell.setManaged(false);
            cell.getStyleClass().add("text");
            if (column.quiet()) {
                cell.getStyleClass().add("column-quiet");
            }
            cells.add(cell);
        }
        getChildren().setAll(cells);
        setClip(new Rectangle());
    }

    long row() {
        return row;
    }

    /// @param toCharacter width of a character, pixels
    void edges(double[] to, double toCharacter) {
        edges = to;
        character = toCharacter;
        requestLayout();
    }

    void show(long toShow) {
        row = toShow;
        boolean there = row < view.source().count();
        setVisible(there);
        if (!there) {
            return;
        }
        for (int c = 0; c < cells.size(); c++) {
            String text = view.source().cell(row, c);
            texts[c] = cut(text, SHOWN_AT_MOST);
            cells.get(c).setText(fitting(c));
        }
        restyle(view.source().style(row));
        pseudoClassStateChanged(ODD, row % 2 == 1);
        pseudoClassStateChanged(PICKED, view.selection().contains(row));
        pseudoClassStateChanged(LEAD, view.selection().lead() == row);
        requestLayout();
    }

    private void restyle(String to) {
        if (!style.equals(to)) {
            getStyleClass().remove(style);
            if (!to.isEmpty()) {
                getStyleClass().add(to);
            }
            style = to;
        }
    }

    @Override
    protected void layoutChildren() {
        for (int c = 0; c < cells.size(); c++) {
            Text cell = cells.get(c);
            cell.setText(fitting(c));
            cell.setX(edges[Math.min(c, edges.length - 1)]);
            cell.setY(Math.rint(getHeight() / 2));
            clipTo(cell, c);
        }
        if (getClip() instanceof Rectangle clip) {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
        }
    }

    /// A text that is longer than its column says so; the last column runs on to the edge.
    private String fitting(int column) {
        if (column + 1 >= edges.length || character <= 0) {
            return texts[column];
        }
        double span = edges[column + 1] - edges[column];
        return cut(texts[column], Math.max(1, (int) (span / character + ROUNDING) - 1));
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }

    private double room(int column) {
        return (column + 1 < edges.length ? edges[column + 1] - 6 : getWidth())
                - edges[Math.min(column, edges.length - 1)];
    }

    // A cell that fits needs no clip, and a clip costs a texture in the software pipeline.
    private void clipTo(Text cell, int column) {
        double room = room(column);
        boolean last = column == cells.size() - 1;
        if (last || cell.getLayoutBounds().getWidth() <= room) {
            cell.setClip(null);
        } else {
            cell.setClip(new Rectangle(cell.getX(), 0, Math.max(0, room), getHeight()));
        }
    }
}
