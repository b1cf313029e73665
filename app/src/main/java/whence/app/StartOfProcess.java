package whence.app;

import java.util.Optional;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Origin;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Timeline;
import whence.timeline.process.Known;

/// Goes from an event to the exec of its process: the program it runs, with its arguments. JavaFX thread.
final class StartOfProcess {
    private final Desk desk;

    StartOfProcess(Desk desk) {
        this.desk = desk;
    }

    /// Looks for it in the background, and says in a sentence where nothing is known.
    void show() {
        Ref.Event event = desk.lookedProperty().get().place().event();
        Optional<Capture> capture = desk.capture();
        if (event == null || capture.isEmpty()) {
            desk.report("Select a call or another event of a process first.");
            return;
        }
        Timeline timeline = capture.get().timeline();
        desk.tasks()
                .latest(
                        "exec",
                        "Looking for the exec",
                        watch -> find(capture.get(), event, watch),
                        found -> found.ifPresentOrElse(
                                known -> show(timeline, known),
                                () -> desk.report("No exec of this process, or of whoever made it, was captured.")),
                        desk::report);
    }

    private static Optional<Known> find(Capture capture, Ref.Event event, Watch watch) {
        Timeline timeline = capture.timeline();
        int at = timeline.indexOf(event);
        if (at < 0) {
            return Optional.empty();
        }
        Events events = timeline.events(at);
        long thread = events.number(Fields.TID, timeline.row(at));
        int task = thread == Events.NO_NUMBER ? events.pid(timeline.row(at)) : (int) thread;
        return task == Events.NO_PID
                ? Optional.empty()
                : capture.processes(watch).exec(task, at);
    }

    private void show(Timeline timeline, Known known) {
        desk.look(timeline.ref(known.at()), Origin.OPENING);
        if (known.grade() == Grade.ASSUMED) {
            desk.report("That it is the exec of this process is assumed: only the number of the task joins the two.");
        }
    }
}
