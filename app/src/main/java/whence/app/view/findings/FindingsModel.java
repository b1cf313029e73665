package whence.app.view.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Notes;
import whence.app.model.Origin;
import whence.evidence.Finding;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.evidence.Standing;
import whence.trail.Step;
import whence.trail.Trail;

/// The findings kept so far. JavaFX thread.
public final class FindingsModel {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Standing>> standings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Finding>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());

    private Optional<String> unsaved = Optional.empty();

    public FindingsModel(Desk desk) {
        this.desk = desk;
        desk.captureProperty().subscribe(c -> refresh());
        desk.lookedProperty().subscribe(this::follow);
        desk.trailProperty().subscribe(t -> refresh());
    }

    private void refresh() {
        findings.set(notes().map(Notes::findings).orElse(List.of()));
        selected.set(selected.get().flatMap(s -> notes().flatMap(n -> n.find(s.id()))));
        standings.set(findings.get().stream().map(this::standing).toList());
        sayUnsaved(notes().flatMap(Notes::unsaved));
    }

    // Once until it changes: every edit would say the same.
    private void sayUnsaved(Optional<String> trouble) {
        if (!trouble.equals(unsaved)) {
            unsaved = trouble;
            trouble.ifPresent(desk::report);
        }
    }

    private Optional<Notes> notes() {
        return desk.capture().map(c -> c.notes());
    }

    private void follow(Looked looked) {
        Ref.Finding at = looked.place().finding();
        if (at != null) {
            selected.set(notes().flatMap(n -> n.find(at.id())));
        }
    }

    /// Keeps what the user looks at as a finding: the step with its reason and bytes, or the event or bytes themselves.
    public void keep() {
        Looked now = desk.lookedProperty().get();
        Optional<Notes> notes = notes();
        if (notes.isEmpty() || now.equals(Looked.NOWHERE)) {
            return;
        }
        if (now.place().finding() != null) {
            desk.report("This is kept already.");
            return;
        }
        Finding finding = step(now).map(s -> of(s, now)).orElseGet(() -> of(now));
        notes.get().keep(finding);
        refresh();
        select(finding);
    }

    private Optional<Step> step(Looked now) {
        Trail trail = desk.trailProperty().get();
        int index = now.focus().step();
        return trail == null || index < 0 || index >= trail.steps().size()
                ? Optional.empty()
                : Optional.of(trail.steps().get(index));
    }

    private Finding of(Step step, Looked now) {
        List<String> premises = new ArrayList<>(List.of(step.why()));
        notes().ifPresent(n -> n.assumptions().forEach(each -> premises.add(Standing.onAssumption(each))));
        return new Finding(freeId(), step.title(), step.grade(), step.evidence(), premises, "", ref(now));
    }

    private Finding of(Looked now) {
        Ref.Event event = now.place().event();
        String claim = event == null
                ? String.valueOf(now.focus().at())
                : desk.capture().map(c -> c.text(event)).orElse("");
        List<Span> spans =
                now.place().theSpan().map(List::of).orElse(now.focus().evidence());
        return new Finding(freeId(), claim, Grade.OBSERVED, spans, List.of(), "", ref(now));
    }

    private static Ref ref(Looked now) {
        Ref at = now.focus().at();
        Ref.Event event = now.place().event();
        return at != null
                ? at
                : event != null ? event : new Ref.Range(now.focus().evidence().getFirst());
    }

    private String freeId() {
        List<String> taken = findings.get().stream().map(Finding::id).toList();
        int n = taken.size() + 1;
        while (taken.contains("f" + n)) {
            n++;
        }
        return "f" + n;
    }

    /// Looks at a finding; every pane goes to what it is about.
    public void select(Finding finding) {
        selected.set(Optional.of(finding));
        desk.look(new Focus(new Ref.Finding(finding.id()), finding.spans(), Focus.NO_STEP), Origin.FINDINGS);
    }

    /// Changes what a finding says.
    public void rewrite(Finding of, String claim, String refutedBy) {
        if (!of.claim().equals(claim) || !of.refutedBy().equals(refutedBy)) {
            notes().ifPresent(n ->
                    n.keep(new Finding(of.id(), claim, of.grade(), of.spans(), of.premises(), refutedBy, of.at())));
            refresh();
        }
    }

    /// What became of a finding; what it rests on may have been refuted or removed.
    public Standing standing(Finding finding) {
        return notes().map(n -> n.standing(finding))
                .orElseGet(() -> new Standing(finding, Standing.State.STANDS, List.of()));
    }

    /// Says that a finding is not so, or takes that back.
    public void refute(Finding finding) {
        boolean so = standing(finding).state() != Standing.State.REFUTED;
        notes().ifPresent(n -> n.refute(finding.id(), so));
        refresh();
    }

    /// Makes one finding rest on another, so that it is marked where that one falls.
    public void restOn(Finding finding, Finding premise) {
        String named = Standing.on(premise);
        if (finding.id().equals(premise.id()) || finding.premises().contains(named)) {
            return;
        }
        List<String> premises = new ArrayList<>(finding.premises());
        premises.add(named);
        notes().ifPresent(n -> n.keep(new Finding(
                finding.id(),
                finding.claim(),
                finding.grade(),
                finding.spans(),
                premises,
                finding.refutedBy(),
                finding.at())));
        refresh();
    }

    public void remove(Finding finding) {
        notes().ifPresent(n -> n.remove(finding.id()));
        refresh();
    }

    /// Takes back the newest edit of the notebook: a finding, or a candidate that was taken on the trail.
    public void undo() {
        edit(Notes::undo, "Nothing to undo.");
    }

    public void redo() {
        edit(Notes::redo, "Nothing to redo.");
    }

    private void edit(Predicate<Notes> step, String otherwise) {
        notes().ifPresent(n -> {
            List<String> before = decided(n);
            if (!step.test(n)) {
                desk.report(otherwise);
            } else if (!before.equals(decided(n))) {
                desk.followAgain();
            }
        });
        refresh();
    }

    /// What the trail depends on.
    private static List<String> decided(Notes notes) {
        List<String> all = new ArrayList<>(notes.choices());
        all.addAll(notes.assumptions());
        return all;
    }

    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /// What became of each; changes where a finding falls though none of them was written anew.
    public ReadOnlyObjectProperty<List<Standing>> standingsProperty() {
        return standings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Finding>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
