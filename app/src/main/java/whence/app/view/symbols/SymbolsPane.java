package whence.app.view.symbols;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.app.model.SymbolList;
import whence.app.rows.RowColumn;
import whence.app.rows.RowSelection;
import whence.app.rows.RowSource;
import whence.app.rows.RowView;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.evidence.Ref;

/// Names in groups with their copies: where each stands, which object it comes from, whether it can be probed, and
/// how.
public final class SymbolsPane {
    private final SymbolsModel model;
    private final RowView rows = new RowView(
            "symbols",
            List.of(
                    RowColumn.of("name", 24),
                    RowColumn.of("copies", 6),
                    RowColumn.of("address", 18),
                    RowColumn.quiet("type", 4),
                    RowColumn.of("kprobe", 7),
                    RowColumn.of("grade", 8),
                    RowColumn.rest("object")));
    private final VBox details = new VBox(2);
    private final Label empty = Parts.empty("");

    public SymbolsPane(Desk desk) {
        model = new SymbolsModel(desk);
        model.rowsProperty().subscribe(r -> rows.sourceProperty().set(r == null ? RowSource.EMPTY : r));
        empty.textProperty().bind(model.emptyProperty());
        empty.visibleProperty().bind(empty.textProperty().isNotEmpty());
        empty.setMouseTransparent(true);
        model.rowProperty().subscribe(r -> rows.show(r));
        rows.onPick(model::pick);
        rows.selectionProperty().subscribe(this::describe);
        details.getStyleClass().add("pane-head");
    }

    private void describe(RowSelection selection) {
        details.getChildren().clear();
        SymbolRows in = model.rowsProperty().get();
        if (in == null || selection.isEmpty() || selection.lead() >= in.count()) {
            return;
        }
        SymbolList.Row symbol = in.at(selection.lead());
        Label why = Parts.label(symbol.why(), "quiet");
        why.setWrapText(true);
        details.getChildren().add(why);
        for (String probe : symbol.paste()) {
            Label text = Parts.label(probe, "mono");
            text.setWrapText(true);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            details.getChildren().add(new HBox(6, text, Parts.copy(probe)));
        }
    }

    /// Shows the symbols that an event names by address.
    public void locate(Capture capture, Ref.Event event) {
        model.locate(capture, event);
    }

    public WorkPane pane() {
        TextField filter = TextFields.createClearableTextField();
        filter.setPromptText("Name contains, or an address, name+0xc3/0x570, a line of a trace");
        filter.setAccessibleText("filter of names and addresses");
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        CheckBox only = new CheckBox("ambiguous only");
        only.selectedProperty().bindBidirectional(model.ambiguousOnlyProperty());
        only.setMinWidth(CheckBox.USE_PREF_SIZE);
        Label counts = Parts.label("", "quiet");
        counts.textProperty().bind(model.countsProperty());
        BorderPane body = new BorderPane(new StackPane(rows, empty));
        body.setTop(Parts.head(filter, only, counts));
        body.setBottom(details);
        return new WorkPane(Origin.SYMBOLS, "Symbols", body, rows);
    }
}
