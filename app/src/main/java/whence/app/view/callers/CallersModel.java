package whence.app.view.callers;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Definition;
import whence.app.model.Desk;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Printed;
import whence.app.model.Reached;
import whence.bytes.Watch;
import whence.evidence.Ref;

/// Whose callers are shown, and which statements can have printed the line in focus. JavaFX thread.
final class CallersModel {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NOTHING);
    private boolean inSight;
    private @Nullable Looked asked;

    /// What the pane shows.
    ///
    /// @param printed absent where the focus is on no line of a log
    /// @param reached absent where the focus is in no function
    record Answer(Optional<Printed> printed, Optional<Reached> reached) {
        static final Answer NOTHING = new Answer(Optional.empty(), Optional.empty());
    }

    CallersModel(Desk desk) {
        this.desk = desk;
        desk.captureProperty().subscribe(c -> answer.set(Answer.NOTHING));
        desk.lookedProperty().subscribe(this::follow);
    }

    /// Nothing is worked out while nobody looks.
    void inSight(boolean is) {
        inSight = is;
        Looked now = desk.lookedProperty().get();
        if (is && !now.equals(asked)) {
            follow(now);
        }
    }

    private void follow(Looked looked) {
        boolean moves = looked.place().event() != null || looked.place().source() != null;
        if (inSight && moves && looked.origin() != Origin.CALLERS) {
            ask(looked);
        }
    }

    private void ask(Looked looked) {
        asked = looked;
        Answer before = answer.get();
        desk.capture()
                .ifPresent(capture -> desk.tasks()
                        .latest(
                                "callers",
                                "Looking for callers",
                                watch -> answer(looked, capture, before, watch),
                                answer::set,
                                desk::report));
    }

    private static Answer answer(Looked looked, Capture capture, Answer before, Watch watch) {
        Ref.Event event = looked.place().event();
        Ref.Source source = looked.place().source();
        Optional<Printed> printed = event == null || source != null
                ? Optional.empty()
                : Optional.of(capture.code().printed(event));
        Optional<Ref.Source> subject = Optional.ofNullable(source)
                .or(() -> printed.flatMap(p -> p.statements().stream().findFirst())
                        .map(s -> s.at()));
        return new Answer(printed, subject.flatMap(at -> reached(at, capture, before, watch)));
    }

    private static Optional<Reached> reached(Ref.Source at, Capture capture, Answer before, Watch watch) {
        Optional<Definition> function = capture.code().enclosing(at);
        Optional<Reached> known = before.reached()
                .filter(r -> function.filter(r.function()::equals).isPresent());
        return known.isPresent() ? known : capture.code().reached(at, watch);
    }

    /// Makes the function of a row the one whose callers are shown.
    void climb(CallerRow row) {
        Ref.Source at = row.at();
        if (at != null) {
            desk.look(at, Origin.OPENING);
        }
    }

    /// Lists the callers of a row's function.
    void callers(CallerRow row, Consumer<List<Reached.Call>> show) {
        Ref.Source at = row.at();
        if (at != null) {
            desk.capture()
                    .ifPresent(capture -> desk.tasks()
                            .latest(
                                    "callers-of " + at,
                                    "",
                                    watch -> capture.code().callers(at),
                                    show,
                                    desk::report));
        }
    }

    void look(CallerRow row) {
        Ref.Source at = row.at();
        if (at != null) {
            desk.look(at, Origin.CALLERS);
        }
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }
}
