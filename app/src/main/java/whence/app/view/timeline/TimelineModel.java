package whence.app.view.timeline;

import java.util.ArrayList;
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
import whence.bytes.Watch;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.timeline.Timeline;

/// What the timeline shows: the events that the filter lets through, and the row that the focus is on. JavaFX thread.
final class TimelineModel {
    private static final int TICKS_AT_MOST = 400;

    private final Desk desk;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<EventRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> row = new ReadOnlyObjectWrapper<>(-1L);
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
                .latest("timeline-row", "", w -> in.rowOf(capture.timeline().indexOf(event)), row::set, problem::set);
    }

    /// The user went to a row.
    void pick(long picked) {
        EventRows in = rows.get();
        Capture capture = desk.capture().orElse(null);
        if (in != null && capture != null && picked < in.count()) {
            row.set(picked);
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
        desk.tasks().latest("timeline-ticks", "", w -> ticks(in, capture, evidence, w), ticks::set, problem::set);
    }

    private static List<RowTick> ticks(EventRows in, Capture capture, List<Span> evidence, Watch watch) {
        List<RowTick> found = new ArrayList<>();
        Timeline timeline = capture.timeline();
        for (long r = 0; r < in.count() && found.size() < TICKS_AT_MOST; r++) {
            watch.check();
            int at = in.position(r);
            if (EventRows.failed(timeline.events(at), timeline.row(at))) {
                found.add(new RowTick(r, RowTick.Kind.ERROR));
            }
        }
        for (Span span : evidence) {
            capture.eventAt(span)
                    .map(e -> in.rowOf(timeline.indexOf(e)))
                    .filter(r -> r >= 0)
                    .ifPresent(r -> found.add(new RowTick(r, RowTick.Kind.EVIDENCE)));
        }
        return List.copyOf(found);
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<EventRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The row the focus is on; negative where it is hidden.
    ReadOnlyObjectProperty<Long> rowProperty() {
        return row.getReadOnlyProperty();
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
