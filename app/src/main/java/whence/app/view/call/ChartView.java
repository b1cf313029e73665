package whence.app.view.call;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whence.app.model.Chart;
import whence.app.view.Parts;

/// Counts as bars, a row each: label, bar, number. Long runs of empty bars are folded into one row that says so.
final class ChartView extends VBox {
    private static final int DRAWN_AT_MOST = 200;
    private static final int EMPTY_IN_A_ROW = 4;

    private final GridPane grid = new GridPane(8, 1);
    private final Chart chart;
    private int rows;

    ChartView(Chart chart) {
        this.chart = chart;
        getStyleClass().add("chart");
        Label title =
                Parts.label(String.format(Locale.ROOT, "%s   %,d in all", chart.title(), chart.total()), "strong");
        title.setWrapText(true);
        columns();
        List<Chart.Bar> bars = chart.bars();
        int at = 0;
        while (at < bars.size() && rows < DRAWN_AT_MOST) {
            int empty = emptyFrom(at);
            if (empty >= EMPTY_IN_A_ROW) {
                grid.add(Parts.label("⋮ " + empty + " empty", "quiet"), 0, rows++, 3, 1);
                at += empty;
            } else {
                draw(bars.get(at++));
            }
        }
        getChildren().addAll(title, grid);
        if (at < bars.size()) {
            getChildren().add(Parts.label("and " + (bars.size() - at) + " more", "quiet"));
        }
    }

    private void columns() {
        ColumnConstraints label = new ColumnConstraints();
        label.setHalignment(HPos.RIGHT);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(label, bar, number);
    }

    private int emptyFrom(int at) {
        int end = at;
        while (end < chart.bars().size() && chart.bars().get(end).count() == 0) {
            end++;
        }
        return end - at;
    }

    private void draw(Chart.Bar bar) {
        Label label = Parts.label(bar.label(), "mono");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label number = Parts.label(String.format(Locale.ROOT, "%,d", bar.count()), "mono");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setAccessibleText(bar.label() + ": " + bar.count());
        grid.addRow(rows++, label, bar((double) bar.count() / chart.most()), number);
    }

    private static Pane bar(double share) {
        Region filled = new Region();
        filled.getStyleClass().add("chart-bar");
        Pane room = new Pane(filled);
        room.setMinWidth(40);
        room.widthProperty()
                .subscribe(w -> filled.resize(Math.max(share > 0 ? 2 : 0, w.doubleValue() * share), room.getHeight()));
        room.heightProperty()
                .subscribe(h -> filled.resize(Math.max(share > 0 ? 2 : 0, room.getWidth() * share), h.doubleValue()));
        filled.setManaged(false);
        return room;
    }
}
