package whence.app.view.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.app.rows.RowColumn;
import whence.app.rows.RowSource;
import whence.app.rows.RowView;
import whence.app.view.Parts;
import whence.app.view.WorkPane;

/// All events, with a filter above them.
public final class TimelinePane {
    private final TimelineModel model;
    private final RowView rows = new RowView(
            "timeline",
            List.of(
                    RowColumn.quiet("time", 24),
                    RowColumn.of("kind", 10),
                    RowColumn.of("pid", 7),
                    RowColumn.yielding("comm", 9, 15),
                    RowColumn.yielding("result", 8, 14),
                    RowColumn.rest("what")));
    private final TextField filter = TextFields.createClearableTextField();

    public TimelinePane(Desk desk) {
        model = new TimelineModel(desk);
        filter.setPromptText("Filter: words, kind:call errno:EINVAL pid:4711 comm:mod* /regex/   (Ctrl+F)");
        filter.setAccessibleText("filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN) {
                rows.requestFocus();
            }
        });
        model.rowsProperty().subscribe(r -> rows.sourceProperty().set(r == null ? RowSource.EMPTY : r));
        model.placeProperty().subscribe(place -> {
            if (place.hidden()) {
                rows.passBy(place.row());
            } else {
                rows.show(place.row());
            }
        });
        rows.ticksProperty().bind(model.ticksProperty());
        rows.onPick(model::pick);
    }

    /// What Enter or a double click on a row does; the focus is on its event by then.
    public void onOpen(Runnable open) {
        rows.onOpen(row -> open.run());
    }

    public WorkPane pane() {
        Label counts = Parts.label("", "quiet");
        counts.textProperty().bind(model.countsProperty());
        counts.setMinWidth(Label.USE_PREF_SIZE);
        Label problem = Parts.label("", "problem");
        problem.textProperty().bind(model.problemProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        BorderPane body = new BorderPane(rows);
        body.setTop(new VBox(Parts.head(filter, problem, counts), hidden()));
        return new WorkPane(Origin.TIMELINE, "Timeline", body, rows);
    }

    // What one went to from elsewhere need not pass the filter.
    private Node hidden() {
        Hyperlink show = new Hyperlink("Show all events");
        show.getStyleClass().add("evidence-link");
        show.setId("show-all-events");
        show.setOnAction(e -> filter.clear());
        HBox said = new HBox(6, Parts.label("The filter hides the event you are at.", "quiet"), show);
        said.getStyleClass().add("pane-subhead");
        said.visibleProperty().bind(model.placeProperty().map(RowPlace::hides));
        said.managedProperty().bind(said.visibleProperty());
        return said;
    }

    /// Puts the keyboard into the filter.
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
