package whence.app.view.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import whence.app.view.Folding;
import whence.app.view.Parts;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.trail.Step;

/// One step: what, why, how surely, from which bytes, and what else it could have been.
final class StepCard extends VBox {
    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");
    private static final int LINKS = 6;

    /// What a card can ask for.
    record Wishes(Runnable step, Consumer<Span> evidence, Consumer<Ref> candidate, Consumer<String> choice) {}

    StepCard(int number, Step step, Wishes wishes) {
        getStyleClass().add("card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText("step " + number + ", " + step.title() + ", " + step.grade());
        getChildren().addAll(headline(number, step), new Folding(step.title(), "title"), new Folding(step.why()));
        if (!step.evidence().isEmpty()) {
            getChildren().add(Parts.evidence(first(step.evidence()), wishes.evidence()));
        }
        if (step.candidates().size() > (step.chosen() == null ? 0 : 1)) {
            getChildren().add(candidates(step, wishes));
        }
        setOnMouseClicked(e -> wishes.step().run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                wishes.step().run();
                e.consume();
            }
        });
    }

    private static Node headline(int number, Step step) {
        Label kind = Parts.label(number + " · " + step.kind().name().toLowerCase(Locale.ROOT), "kind");
        HBox line = new HBox(6, kind, Parts.spring(), Parts.grade(step.grade()));
        if (step.evidence().size() > LINKS) {
            line.getChildren().add(1, Parts.label(step.evidence().size() + " places", "kind"));
        }
        return line;
    }

    private static List<Span> first(List<Span> spans) {
        return spans.subList(0, Math.min(LINKS, spans.size()));
    }

    private static Node candidates(Step step, Wishes wishes) {
        VBox list = new VBox(2);
        for (Step.Candidate candidate : step.candidates()) {
            list.getChildren().add(candidate(candidate, candidate.id().equals(step.chosen()), wishes));
        }
        TitledPane pane = new TitledPane(step.candidates().size() + " candidates", list);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static Node candidate(Step.Candidate candidate, boolean chosen, Wishes wishes) {
        Label title = Parts.label((chosen ? "✓ " : "· ") + candidate.title(), chosen ? "strong" : "quiet");
        title.setWrapText(true);
        VBox box = new VBox(title, new Folding(candidate.why(), "quiet"));
        box.getStyleClass().add("candidate");
        FlowPane links = Parts.evidence(first(candidate.evidence()), wishes.evidence());
        List<Node> ways = new ArrayList<>();
        if (candidate.at() != null) {
            Ref at = candidate.at();
            ways.add(link("look", () -> wishes.candidate().accept(at)));
        }
        if (!chosen) {
            ways.add(link("take this one", () -> wishes.choice().accept(candidate.id())));
        }
        links.getChildren().addAll(0, ways);
        box.getChildren().add(links);
        return box;
    }

    private static Node link(String text, Runnable run) {
        javafx.scene.control.Hyperlink link = new javafx.scene.control.Hyperlink(text);
        link.getStyleClass().add("evidence-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(e -> run.run());
        return link;
    }

    void lookedAt(boolean is) {
        pseudoClassStateChanged(LOOKED_AT, is);
    }
}
