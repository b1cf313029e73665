package whence.app.view.timeline;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.rows.RowTick;
import whence.evidence.Ref;
import whence.evidence.Span;

/// What the timeline shows: the events that the filter lets through, and the row that the focus is on. JavaFX thread.
final class TimelineModel {
    private final Desk desk;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<EventRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RowPlace> place = new ReadOnlyObjectWrapper<>(RowPlace.NOWHERE);
    private final ReadOnlyObjectWrapper<List<RowTick>> ticks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    TimelineModel(Desk desk) {
        this.desk = desk;
        desk.captureProperty().subscribe(c -> refilter());
        filter.subscribe((before, now) -> refilter());
        desk.lookedProperty().subscribe(this::follow);
        desk.trailProperty().subscribe(t -> tick());
    }

    private void refilter() {
        problem.set("");
        Capture capture = desk.capture().orElse(null);
        if (capture == null) {
            rows.set(null);
            counts.set("");
            return;
        }
        String wanted = filter.get().strip();
        desk.tasks()
                .latest(
                        "filter",
                        wanted.isEmpty() ? "" : "Filtering",
                        w -> new EventRows(capture, Filtering.matches(capture, wanted, w)),
                        this::show,
                        problem::set);
    }

    private void show(EventRows filtered) {
        rows.set(filtered);
        int all = desk.capture().map(c -> c.timeline().size()).orElse(0);
        counts.set(
                filtered.count() == all
                        ? String.format(Locale.ROOT, "%,d events", all)
                        : String.format(Locale.ROOT, "filtered: %,d of %,d events", filtered.count(), all));
        follow(desk.lookedProperty().get());
        tick();
    }

    private void follow(Looked looked) {
        EventRows in = rows.get();
        Capture capture = desk.capture().orElse(null);
        Ref.Event event = looked.place().event();
        if (in == null || capture == null || event == null) {
            return;
        }
        desk.tasks()
                .latest(
                        "timeline-row",
                        "",
                        w -> RowPlace.of(in, capture.timeline().indexOf(event)),
                        place::set,
                        problem::set);
    }

    /// The user went to a row.
    void pick(long picked) {
        EventRows in = rows.get();
        Capture capture = desk.capture().orElse(null);
        if (in != null && capture != null && picked < in.count()) {
            place.set(new RowPlace(in, picked, false));
            desk.look(Focus.at(capture.timeline().ref(in.position(picked))), Origin.TIMELINE);
        }
    }

    private void tick() {
        EventRows in = rows.get();
        Capture capture = desk.capture().orElse(null);
        if (in == null || capture == null) {
            ticks.set(List.of());
            return;
        }
        List<Span> evidence = desk.trailProperty().get() == null
                ? List.of()
                : desk.trailProperty().get().steps().stream()
                        .flatMap(s -> s.evidence().stream())
                        .distinct()
                        .toList();
        desk.tasks().latest("timeline-ticks", "", w -> Ticks.of(in, capture, evidence, w), ticks::set, problem::set);
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<EventRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Where in the rows the focus is.
    ReadOnlyObjectProperty<RowPlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<RowTick>> ticksProperty() {
        return ticks.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
