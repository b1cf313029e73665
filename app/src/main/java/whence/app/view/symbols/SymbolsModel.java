package whence.app.view.symbols;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.SymbolList;
import whence.bytes.Watch;
import whence.evidence.Ref;

/// Which symbols are listed and which copy the focus is on. JavaFX thread.
final class SymbolsModel {
    private final Desk desk;
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty ambiguousOnly = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable SymbolRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> row = new ReadOnlyObjectWrapper<>(-1L);
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");

    SymbolsModel(Desk desk) {
        this.desk = desk;
        desk.captureProperty().subscribe(c -> list());
        filter.subscribe((before, now) -> list());
        ambiguousOnly.subscribe((before, now) -> list());
        desk.lookedProperty().subscribe(this::follow);
    }

    private void list() {
        Capture capture = desk.capture().orElse(null);
        String wanted = filter.get().strip();
        boolean only = ambiguousOnly.get();
        desk.tasks().latest("symbols", "", w -> rows(capture, wanted, only, w), this::show, desk::report);
    }

    private static SymbolRows rows(@Nullable Capture capture, String wanted, boolean ambiguousOnly, Watch watch) {
        SymbolList table = capture == null ? SymbolList.EMPTY : capture.symbols();
        return new SymbolRows(table, indexes(table, wanted, ambiguousOnly, watch));
    }

    /// A text that mentions addresses asks for the copies that stand there, any other for names that contain it.
    private static int[] indexes(SymbolList table, String text, boolean ambiguousOnly, Watch watch) {
        List<Integer> located = table.located(text);
        if (!located.isEmpty()) {
            return located.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return IntStream.range(0, table.count())
                .filter(i -> {
                    watch.check();
                    return (!ambiguousOnly || table.ambiguous(i))
                            && (wanted.isEmpty()
                                    || table.name(i).toLowerCase(Locale.ROOT).contains(wanted));
                })
                .toArray();
    }

    /// Lists the copies that an event names by address and looks at the one it names first.
    void locate(Capture capture, Ref.Event event) {
        desk.tasks().latest("symbols-here", "", w -> found(capture, event), this::jump, desk::report);
    }

    private record Found(String text, SymbolList table, List<Integer> indexes) {}

    private static Found found(Capture capture, Ref.Event event) {
        String text = capture.text(event);
        return new Found(text, capture.symbols(), capture.symbols().located(text));
    }

    private void jump(Found found) {
        if (found.indexes().isEmpty()) {
            desk.report("This line mentions no address of a symbol that the session lists.");
            return;
        }
        Ref.Symbol first = found.table().row(found.indexes().getFirst()).ref();
        desk.look(Focus.at(first), Origin.SYMBOLS);
        filter.set(found.text());
    }

    private void show(SymbolRows listed) {
        int of = listed.table().count();
        rows.set(listed);
        empty.set(whyEmpty(listed));
        counts.set(of == 0 ? "" : String.format(Locale.ROOT, "%,d of %,d symbols", listed.count(), of));
        follow(desk.lookedProperty().get());
    }

    // What an empty list means, and what would fill it.
    private String whyEmpty(SymbolRows listed) {
        if (listed.table().count() == 0) {
            return desk.capture().isEmpty()
                    ? ""
                    : "This session has no symbols. Add /proc/kallsyms or a System.map of the kernel that ran: drop the file on the window.";
        }
        if (listed.count() > 0) {
            return "";
        }
        return ambiguousOnly.get()
                ? "No ambiguous name here. Untick “ambiguous only” to list every symbol."
                : "No symbol has such a name.";
    }

    private void follow(Looked looked) {
        SymbolRows in = rows.get();
        Ref.Symbol symbol = looked.place().symbol();
        if (in == null || symbol == null) {
            return;
        }
        in.table().indexOf(symbol).ifPresent(index -> {
            long at = in.rowOf(index);
            if (at >= 0) {
                row.set(at);
            } else if (looked.origin() != Origin.SYMBOLS) {
                widen();
            }
        });
    }

    // What the focus is on must be seen: a filter that hides it gives way.
    private void widen() {
        if (!filter.get().isEmpty() || ambiguousOnly.get()) {
            filter.set("");
            ambiguousOnly.set(false);
        }
    }

    void pick(long picked) {
        SymbolRows in = rows.get();
        if (in != null && picked >= 0 && picked < in.count()) {
            row.set(picked);
            Ref.Symbol ref = in.at(picked).ref();
            desk.look(Focus.at(ref), Origin.SYMBOLS);
        }
    }

    StringProperty filterProperty() {
        return filter;
    }

    BooleanProperty ambiguousOnlyProperty() {
        return ambiguousOnly;
    }

    ReadOnlyObjectProperty<@Nullable SymbolRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Long> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /// Why nothing is listed; empty where something is.
    ReadOnlyStringProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
