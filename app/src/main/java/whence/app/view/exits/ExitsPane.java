package whence.app.view.exits;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Judged;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.rows.RowColumn;
import whence.app.rows.RowSelection;
import whence.app.rows.RowSource;
import whence.app.rows.RowView;
import whence.app.view.Folding;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.branches.JudgedExit;
import whence.evidence.Ref;
import whence.trail.Trail;
import whence.trail.Verdict;

/// Every way out of the judged function: which are left, which fell, by which rule, on which bytes.
public final class ExitsPane {
    private final Desk desk;
    private final ComboBox<String> sources = new ComboBox<>();
    private final VBox summary = new VBox();
    private final VBox reasons = new VBox(4);
    private final RowView rows = new RowView(
            "exits",
            List.of(
                    RowColumn.of("state", 11),
                    RowColumn.quiet("line", 6),
                    RowColumn.of("gives", 16),
                    RowColumn.of("when", 44),
                    RowColumn.rest("fell by")));
    private List<JudgedExit> exits = List.of();

    public ExitsPane(Desk desk) {
        this.desk = desk;
        sources.setAccessibleText("source");
        sources.valueProperty().subscribe((before, now) -> judge(now));
        sources.setMinWidth(160);
        HBox.setHgrow(summary, Priority.ALWAYS);
        reasons.getStyleClass().add("trail");
        rows.onPick(this::pick);
        rows.selectionProperty().subscribe(this::explain);
        desk.trailProperty().subscribe(this::list);
        desk.lookedProperty().subscribe(this::follow);
    }

    private void list(@Nullable Trail trail) {
        List<String> labels = Judged.verdicts(trail).stream()
                .filter(v -> !v.exits().isEmpty())
                .map(Verdict::source)
                .filter(Objects::nonNull)
                .toList();
        sources.getItems().setAll(labels);
        sources.setValue(labels.stream().findFirst().orElse(null));
        judge(sources.getValue());
    }

    private void judge(@Nullable String source) {
        Trail trail = desk.trailProperty().get();
        exits = source == null ? List.of() : Judged.exits(trail, source);
        rows.sourceProperty().set(exits.isEmpty() ? RowSource.EMPTY : new ExitRows(exits));
        summary.getChildren()
                .setAll(new Folding(
                        source == null
                                ? "No function has been judged. A lead that ends at a branch fills this pane."
                                : Judged.in(trail, source).map(Verdict::summary).orElse("")));
        sources.setVisible(source != null);
        sources.setManaged(source != null);
        explain(RowSelection.NONE);
    }

    private void follow(Looked looked) {
        Ref.Source at = looked.place().source();
        if (at == null || looked.origin() == Origin.EXITS) {
            return;
        }
        if (sources.getItems().contains(at.tree()) && !at.tree().equals(sources.getValue())) {
            sources.setValue(at.tree());
        }
        for (int i = 0; i < exits.size(); i++) {
            if (exits.get(i).exit().line() == at.line()) {
                rows.show(i);
                return;
            }
        }
    }

    private void pick(long row) {
        JudgedExit picked = exits.get((int) row);
        String source = sources.getValue();
        if (source != null) {
            Ref.Source at =
                    new Ref.Source(source, picked.exit().file(), picked.exit().line());
            desk.look(Focus.at(at), Origin.EXITS);
        }
    }

    private void explain(RowSelection selection) {
        reasons.getChildren().clear();
        if (selection.isEmpty() || selection.lead() >= exits.size()) {
            if (!exits.isEmpty()) {
                reasons.getChildren().add(Parts.label("Go to an exit to see why it fell, or why not.", "quiet"));
            }
            return;
        }
        JudgedExit judged = exits.get((int) selection.lead());
        reasons.getChildren().add(Parts.label("when  " + ExitRows.guard(judged.exit()), "mono"));
        if (judged.because().isEmpty()) {
            reasons.getChildren().add(Parts.label("No rule speaks against this exit.", "quiet"));
        }
        for (JudgedExit.Because because : judged.because()) {
            Label text = Parts.label(because.rule() + ": " + because.text());
            text.setWrapText(true);
            reasons.getChildren()
                    .addAll(
                            Parts.head(Parts.grade(because.grade()), text),
                            Parts.evidence(
                                    because.evidence(), s -> desk.look(Focus.on(s, Focus.NO_STEP), Origin.EXITS)));
        }
    }

    public WorkPane pane() {
        ScrollPane below = new ScrollPane(reasons);
        below.setFitToWidth(true);
        below.setPrefHeight(110);
        BorderPane body = new BorderPane(rows);
        body.setTop(Parts.head(sources, summary));
        body.setBottom(below);
        return new WorkPane(Origin.EXITS, "Exits", body, rows);
    }
}
