package whence.app.view.difference;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Difference;
import whence.app.model.Focus;
import whence.app.model.Judged;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.evidence.Ref;
import whence.trail.Verdict;

/// Which function is compared, and the row the focus is on. JavaFX thread.
final class DifferenceModel {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable Difference> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> functions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);

    DifferenceModel(Desk desk) {
        this.desk = desk;
        desk.captureProperty().subscribe(this::list);
        desk.trailProperty().subscribe(t -> judgedFunction());
        desk.lookedProperty().subscribe(this::follow);
    }

    private void list(@Nullable Capture capture) {
        shown.set(null);
        row.set(-1);
        functions.set(List.of());
        if (capture != null) {
            desk.tasks().latest("comparable", "", w -> capture.comparable(), this::offer, desk::report);
        }
    }

    private void offer(List<String> names) {
        functions.set(names);
        if (shown.get() == null) {
            names.stream().findFirst().ifPresent(this::choose);
        }
    }

    // The function that the verdict is about is the one worth comparing.
    private void judgedFunction() {
        Judged.verdicts(desk.trailProperty().get()).stream()
                .flatMap(v -> v.exits().stream())
                .map(e -> e.exit().function())
                .filter(functions.get()::contains)
                .findFirst()
                .ifPresent(this::choose);
    }

    void choose(String function) {
        Difference now = shown.get();
        if (now != null && now.function().equals(function)) {
            return;
        }
        desk.capture()
                .ifPresent(capture -> desk.tasks()
                        .latest(
                                "difference",
                                "Comparing " + function,
                                w -> capture.difference(function, w),
                                d -> d.ifPresentOrElse(
                                        this::show,
                                        () -> desk.report("Only one source of this session has " + function
                                                + "; a second one is needed to compare.")),
                                desk::report));
    }

    private void show(Difference difference) {
        row.set(-1);
        shown.set(difference);
        follow(desk.lookedProperty().get());
    }

    private void follow(Looked looked) {
        Difference in = shown.get();
        Ref.Source source = looked.place().source();
        if (in == null || source == null || looked.origin() == Origin.DIFFERENCE) {
            return;
        }
        for (int i = 0; i < in.rows().size(); i++) {
            if (standsAt(in, in.rows().get(i), source)) {
                row.set(-1);
                row.set(i);
                return;
            }
        }
    }

    private static boolean standsAt(Difference in, Difference.Row row, Ref.Source source) {
        Difference.Line line = source.tree().equals(in.leftTitle())
                ? row.left()
                : source.tree().equals(in.rightTitle()) ? row.right() : null;
        return line != null && line.number() == source.line();
    }

    /// One difference on, or back; stays where there is no further one.
    void step(int direction) {
        Difference in = shown.get();
        if (in == null) {
            return;
        }
        List<Integer> stops = in.stops();
        int from = row.get();
        stops.stream()
                .filter(s -> direction > 0 ? s > from : s < from)
                .reduce((a, b) -> direction > 0 ? a : b)
                .ifPresent(row::set);
    }

    /// The user moved to a row of one side.
    void pick(int index, boolean left) {
        Difference in = shown.get();
        if (in == null || index >= in.rows().size()) {
            return;
        }
        row.set(index);
        Difference.Line line =
                left ? in.rows().get(index).left() : in.rows().get(index).right();
        String tree = left ? in.leftTitle() : in.rightTitle();
        if (line != null) {
            desk.capture()
                    .flatMap(c -> c.definition(in.function()))
                    .ifPresent(at ->
                            desk.look(Focus.at(new Ref.Source(tree, at.file(), line.number())), Origin.DIFFERENCE));
        }
    }

    /// The verdict on each side, in a line.
    String verdict(String tree) {
        return Judged.in(desk.trailProperty().get(), tree).map(Verdict::summary).orElse("");
    }

    ReadOnlyObjectProperty<@Nullable Difference> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> functionsProperty() {
        return functions.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty rowProperty() {
        return row.getReadOnlyProperty();
    }
}
