package whence.app.view.call;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import whence.app.view.Parts;
import whence.timeline.Detail;

/// Names and values as a tree; the names' column is as wide as the names that are in sight at first.
final class DetailTree extends TreeTableView<Detail> {
    private static final int OPEN_TO_DEPTH = 3;
    private static final double CHARACTER = 7.5;
    private static final double INDENT = 14;
    private static final double SCROLL_BAR = 18;
    private static final double ARROW = 34;
    private static final double NARROWEST = 70;
    private static final double WIDEST = 240;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TreeTableColumn<Detail, String> names = column("name", Detail::name);

    DetailTree() {
        getColumns().add(names);
        TreeTableColumn<Detail, String> values = column("value", Detail::value);
        values.prefWidthProperty()
                .bind(widthProperty().subtract(names.widthProperty()).subtract(SCROLL_BAR));
        getColumns().add(values);
        setShowRoot(true);
        setPlaceholder(
                Parts.empty("Go to an event to see what it says: the arguments of a call, the fields of a record."));
        setAccessibleText("details of the event");
        setOnKeyPressed(e -> {
            TreeItem<Detail> picked = getSelectionModel().getSelectedItem();
            if (picked != null && COPY.match(e)) {
                Parts.copyNow(picked.getValue().value());
                e.consume();
            }
        });
    }

    private static TreeTableColumn<Detail, String> column(String title, Function<Detail, String> text) {
        TreeTableColumn<Detail, String> column = new TreeTableColumn<>(title);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        column.getStyleClass().add("mono");
        return column;
    }

    void show(@Nullable Detail detail) {
        setRoot(detail == null ? null : item(detail, 0));
        if (detail != null) {
            names.setPrefWidth(Math.clamp(width(detail, 0), NARROWEST, WIDEST));
        }
    }

    private static TreeItem<Detail> item(Detail detail, int depth) {
        TreeItem<Detail> item = new TreeItem<>(detail);
        item.setExpanded(depth < OPEN_TO_DEPTH);
        detail.children().forEach(child -> item.getChildren().add(item(child, depth + 1)));
        return item;
    }

    private static double width(Detail detail, int depth) {
        double widest = detail.name().length() * CHARACTER + depth * INDENT + ARROW;
        if (depth < OPEN_TO_DEPTH) {
            for (Detail child : detail.children()) {
                widest = Math.max(widest, width(child, depth + 1));
            }
        }
        return widest;
    }
}
