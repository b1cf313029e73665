package whence.app.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import whence.app.task.Tasks;
import whence.evidence.Ref;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;

/// What lies on the table: one capture, one trail through it, and where the user looks. JavaFX thread.
public final class Desk {
    private final Tasks tasks;
    private final History<Focus> history = new History<>();
    private final ReadOnlyObjectWrapper<@Nullable Capture> capture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trail> trail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Looked> looked = new ReadOnlyObjectWrapper<>(Looked.NOWHERE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable List<Lead>> leads = new ReadOnlyObjectWrapper<>();
    private int lastStep = Focus.NO_STEP;

    public Desk(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Puts a capture on the table and follows its first lead; what lay there is closed once the panes have let go of
    /// it.
    public void open(Capture opened) {
        Capture before = capture.get();
        trail.set(null);
        history.clear();
        move(Looked.NOWHERE);
        leads.set(null);
        capture.set(opened);
        problem.set("");
        if (before != null) {
            before.close();
        }
        findLeads(opened, Optional.empty());
    }

    /// Puts the same session on the table anew, now that it knows more: the focus stays, the lead is followed again.
    public void renew(Capture renewed) {
        Optional<Lead> followed = Optional.ofNullable(trail.get()).map(Trail::lead);
        Looked now = looked.get();
        trail.set(null);
        leads.set(null);
        capture.set(renewed);
        problem.set("");
        if (now.focus().at() != null) {
            go(now.focus(), Origin.HISTORY);
        }
        findLeads(renewed, followed);
    }

    // The events can be looked at while this goes on; whoever does is not torn away from them when it is done.
    private void findLeads(Capture of, Optional<Lead> before) {
        tasks.latest(
                "leads",
                "Looking for what asks for an explanation",
                of::leads,
                found -> {
                    leads.set(found);
                    found.stream()
                            .filter(lead ->
                                    before.filter(b -> b.id().equals(lead.id())).isPresent())
                            .findFirst()
                            .or(() -> found.stream().findFirst())
                            .ifPresent(lead -> follow(lead, this::showUnlessLooking));
                },
                this::report);
    }

    private void showUnlessLooking(Trail followed) {
        if (history.isEmpty()) {
            show(followed);
        } else {
            trail.set(followed);
        }
    }

    /// Takes everything off the table.
    public void close() {
        Capture before = capture.get();
        tasks.cancel("leads");
        tasks.cancel("trail");
        trail.set(null);
        history.clear();
        move(Looked.NOWHERE);
        leads.set(null);
        capture.set(null);
        if (before != null) {
            before.close();
        }
    }

    /// Works out the trail of a lead and looks at its first step.
    public void follow(Lead lead) {
        follow(lead, this::show);
    }

    private void follow(Lead lead, Consumer<Trail> then) {
        Capture of = capture.get();
        if (of != null) {
            tasks.latest("trail", "Following “" + lead.title() + "”", w -> of.trail(lead, w), then, this::report);
        }
    }

    /// Takes another candidate of a step; the rest of the trail follows from it.
    public void choose(String candidate) {
        capture()
                .ifPresent(of -> again("Following another way", () -> of.notes().choose(candidate)));
    }

    /// States an assumption; what follows from it on the trail is marked as assumed.
    public void assume(String assumption) {
        capture()
                .ifPresent(of ->
                        again("Following under the assumption", () -> of.notes().assume(assumption)));
    }

    /// Takes an assumption back.
    public void retract(String assumption) {
        capture()
                .ifPresent(of -> again(
                        "Following without the assumption", () -> of.notes().retract(assumption)));
    }

    /// Works the trail out anew, after what it depends on has changed; stays at the step.
    public void followAgain() {
        again("Following again", () -> {});
    }

    private void again(String title, Runnable before) {
        Capture of = capture.get();
        Trail now = trail.get();
        if (of != null && now != null) {
            tasks.latest(
                    "trail",
                    title,
                    w -> {
                        before.run();
                        return of.trail(now.lead(), w);
                    },
                    this::showAgain,
                    this::report);
        }
    }

    private void show(Trail followed) {
        trail.set(followed);
        if (followed.steps().isEmpty()) {
            look(Focus.on(followed.lead().span(), Focus.NO_STEP), Origin.OPENING);
        } else {
            lookAtStep(0, Origin.OPENING);
        }
    }

    private void showAgain(Trail followed) {
        trail.set(followed);
        int last = followed.steps().size() - 1;
        if (last >= 0) {
            lookAtStep(Math.clamp(currentStep(), 0, last), Origin.OPENING);
        }
    }

    /// Moves the focus and remembers where it was.
    public void look(Focus focus, Origin origin) {
        history.visit(focus);
        go(focus, origin);
    }

    /// Moves the focus to a thing, outside any step.
    public void look(Ref ref, Origin origin) {
        look(Focus.at(ref), origin);
    }

    public void lookAtStep(int index, Origin origin) {
        step(index).ifPresent(step -> look(new Focus(step.at(), step.evidence(), index), origin));
    }

    /// Back to where the user was.
    public void back() {
        history.back().ifPresent(focus -> go(focus, Origin.HISTORY));
    }

    /// Forward to where the user has been; at the end of that, one step further along the trail.
    public void forward() {
        history.forward().ifPresentOrElse(focus -> go(focus, Origin.HISTORY), this::nextStep);
    }

    public void nextStep() {
        lookAtStep(currentStep() + 1, Origin.HISTORY);
    }

    public void previousStep() {
        lookAtStep(currentStep() - 1, Origin.HISTORY);
    }

    private void go(Focus focus, Origin origin) {
        Capture in = capture.get();
        if (in != null) {
            tasks.latest(
                    "focus", "", watch -> new Looked(focus, Place.of(focus, in), origin), this::move, this::report);
        }
    }

    private void move(Looked to) {
        if (to.focus().step() != Focus.NO_STEP) {
            lastStep = to.focus().step();
        } else if (to.equals(Looked.NOWHERE)) {
            lastStep = Focus.NO_STEP;
        }
        canGoBack.set(history.canGoBack());
        looked.set(to);
        canGoForward.set(history.canGoForward() || step(currentStep() + 1).isPresent());
    }

    /// The step the user is at, or came from; [Focus#NO_STEP] before the first.
    public int currentStep() {
        return lastStep;
    }

    private Optional<Step> step(int index) {
        Trail in = trail.get();
        return in == null || index < 0 || index >= in.steps().size()
                ? Optional.empty()
                : Optional.of(in.steps().get(index));
    }

    /// Says what went wrong, in one sentence.
    public void report(String sentence) {
        problem.set("");
        problem.set(sentence);
    }

    /// What asks for an explanation, most telling first; null until that is known. JavaFX thread.
    public ReadOnlyObjectProperty<@Nullable List<Lead>> leadsProperty() {
        return leads.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Capture> captureProperty() {
        return capture.getReadOnlyProperty();
    }

    public Optional<Capture> capture() {
        return Optional.ofNullable(capture.get());
    }

    public ReadOnlyObjectProperty<@Nullable Trail> trailProperty() {
        return trail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Looked> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    public Tasks tasks() {
        return tasks;
    }
}
