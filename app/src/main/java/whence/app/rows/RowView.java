package whence.app.rows;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// A list of rows of any length. Scrolling, an arrow key and a jump cost the same at row ten and row five million:
/// nothing here loops over rows, only over those in sight (a TableView's cost grows with its rows).
///
/// Selection is one range. [#onPick] hears what the user picks; [#show] moves without telling anybody, so that a
/// view that follows another never answers it.
public final class RowView extends Control {
    private final List<RowColumn> columns;
    private final ObjectProperty<RowSource> source = new SimpleObjectProperty<>(RowSource.EMPTY);
    private final ObjectProperty<List<RowTick>> ticks = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<RowSelection> selection = new ReadOnlyObjectWrapper<>(RowSelection.NONE);
    private final ReadOnlyObjectWrapper<Long> top = new ReadOnlyObjectWrapper<>(0L);
    private RowListener onPick = row -> {};
    private RowListener onOpen = row -> {};
    private int pageSize = 1;

    public RowView(String name, List<RowColumn> columns) {
        this.columns = List.copyOf(columns);
        getStyleClass().add("row-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleRoleDescription(name);
        source.subscribe(() -> {
            select(RowSelection.NONE);
            scrollTo(top.get());
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowViewSkin(this);
    }

    public List<RowColumn> columns() {
        return columns;
    }

    public ObjectProperty<RowSource> sourceProperty() {
        return source;
    }

    public RowSource source() {
        return source.get();
    }

    public ObjectProperty<List<RowTick>> ticksProperty() {
        return ticks;
    }

    public ReadOnlyObjectProperty<RowSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public RowSelection selection() {
        return selection.get();
    }

    /// First row in sight.
    public ReadOnlyObjectProperty<Long> topProperty() {
        return top.getReadOnlyProperty();
    }

    /// What happens when the user moves to a row, by key or mouse.
    public void onPick(RowListener listener) {
        onPick = listener;
    }

    /// What happens on Enter or a double click.
    public void onOpen(RowListener listener) {
        onOpen = listener;
    }

    /// Selects a row and brings it into sight, telling nobody; a row already in sight does not move.
    public void show(long row) {
        if (row >= 0 && row < source().count()) {
            select(RowSelection.of(row));
            reveal(row);
        }
    }

    /// Brings the neighbourhood of something that is no row into sight; nothing is selected then.
    public void passBy(long row) {
        select(RowSelection.NONE);
        reveal(Math.min(row, source().count() - 1));
    }

    /// Brings a row into sight with some rows of context.
    void reveal(long row) {
        if (row < top.get() || row >= top.get() + pageSize) {
            scrollTo(row - pageSize / 3);
        }
    }

    /// Puts a row on top, as far as there are rows to fill the view.
    public void scrollTo(long row) {
        top.set(Math.max(0, Math.min(row, source().count() - pageSize)));
    }

    /// The user's move: selects, reveals, tells.
    void pick(RowSelection to) {
        select(to);
        if (to.lead() < top.get()) {
            scrollTo(to.lead());
        } else if (to.lead() >= top.get() + pageSize) {
            scrollTo(to.lead() - pageSize + 1);
        }
        onPick.row(to.lead());
    }

    void open(long row) {
        onOpen.row(row);
    }

    private void select(RowSelection to) {
        selection.set(to);
        setAccessibleText(to.isEmpty() ? "nothing selected" : line(to.lead()));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// A row as one line of text, tab between columns.
    public String line(long row) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < columns.size(); c++) {
            text.append(c == 0 ? "" : "\t").append(source().cell(row, c));
        }
        return text.toString();
    }

    void pageSize(int rows) {
        pageSize = Math.max(1, rows);
    }

    int pageSize() {
        return pageSize;
    }

    /// Hears of a row.
    @FunctionalInterface
    public interface RowListener {
        void row(long row);
    }
}
