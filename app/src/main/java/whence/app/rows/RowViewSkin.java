package whence.app.rows;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Lays out as many rows as fit and shows in them whatever the view's top says.
final class RowViewSkin extends SkinBase<RowView> {
    private static final double INSET = 6;
    private static final double ROW_PADDING = 4;

    private final RowView view;
    private final RowViewBehavior behavior;
    private final Pane head = new Pane();
    private final Pane body = new Pane();
    private final RowBar bar;
    private final Text measure = new Text("0");
    private final List<RowCells> rows = new ArrayList<>();

    RowViewSkin(RowView view) {
        super(view);
        this.view = view;
        this.behavior = new RowViewBehavior(view);
        this.bar = new RowBar(view);
        head.getStyleClass().add("row-head");
        measure.getStyleClass().addAll("text");
        measure.setVisible(false);
        Pane probe = new Pane(measure);
        probe.getStyleClass().add("row");
        probe.setManaged(false);
        probe.setVisible(false);
        for (RowColumn column : view.columns()) {
            head.getChildren().add(new Label(column.title()));
        }
        getChildren().setAll(probe, body, head, bar);
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        consumeMouseEvents(false);
        view.sourceProperty().subscribe(view::requestLayout);
        view.topProperty().subscribe(this::fill);
        view.selectionProperty().subscribe(this::fill);
        measure.fontProperty().subscribe(view::requestLayout);
    }

    private void press(MouseEvent event) {
        behavior.press(event, view.topProperty().get() + (long) Math.floor(event.getY() / rowHeight()));
    }

    private double rowHeight() {
        return Math.ceil(measure.getLayoutBounds().getHeight()) + ROW_PADDING;
    }

    private double characterWidth() {
        return measure.getLayoutBounds().getWidth();
    }

    private double[] edges(double width) {
        double character = characterWidth();
        double[] edges = RowColumn.starts(view.columns(), (width - INSET - RowBar.WIDTH) / character);
        for (int c = 0; c < edges.length; c++) {
            edges[c] = INSET + edges[c] * character;
        }
        return edges;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double headHeight = 20;
        double rowHeight = rowHeight();
        double[] edges = edges(width);
        layoutHead(edges, headHeight, width);
        head.resizeRelocate(x, y, width, headHeight);
        double bodyHeight = Math.max(0, height - headHeight);
        body.resizeRelocate(x, y + headHeight, width - RowBar.WIDTH, bodyHeight);
        bar.resizeRelocate(x + width - RowBar.WIDTH, y + headHeight, RowBar.WIDTH, bodyHeight);
        view.pageSize((int) (bodyHeight / rowHeight));
        view.scrollTo(view.topProperty().get());
        fit((int) Math.ceil(bodyHeight / rowHeight));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).edges(edges, characterWidth());
            rows.get(i).resizeRelocate(0, i * rowHeight, body.getWidth(), rowHeight);
        }
        fill();
    }

    private void layoutHead(double[] edges, double height, double width) {
        for (int c = 0; c < edges.length; c++) {
            if (head.getChildren().get(c) instanceof Region title) {
                double end = c + 1 < edges.length ? edges[c + 1] : width;
                title.resizeRelocate(edges[c], 1, Math.max(0, end - edges[c] - 4), height - 2);
            }
        }
    }

    private void fit(int wanted) {
        while (rows.size() < wanted) {
            RowCells row = new RowCells(view);
            rows.add(row);
            body.getChildren().add(row);
        }
        while (rows.size() > wanted) {
            body.getChildren().remove(rows.removeLast());
        }
    }

    private void fill() {
        long top = view.topProperty().get();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(top + i);
        }
        bar.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return 80;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return 60;
    }
}
