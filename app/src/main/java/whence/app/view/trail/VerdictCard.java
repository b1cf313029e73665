package whence.app.view.trail;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import whence.app.model.ExitMark;
import whence.app.view.Parts;
import whence.branches.JudgedExit;
import whence.evidence.Ref;
import whence.trail.Trail;
import whence.trail.Verdict;

/// What the trail arrives at, in one source.
final class VerdictCard extends VBox {
    private static final int LISTED = 8;

    VerdictCard(Verdict verdict, boolean main, Consumer<Ref> look) {
        getStyleClass().addAll("card", "verdict");
        String source = verdict.source() == null ? "" : " in " + verdict.source();
        Label kind = Parts.label((main ? "verdict" : "other source") + source, "kind");
        getChildren().add(new HBox(6, kind, Parts.spring(), Parts.badge(word(verdict.state()))));
        Label summary = Parts.label(verdict.summary(), main ? "title" : "plain");
        summary.setWrapText(true);
        getChildren().add(summary);
        left(verdict).stream().limit(LISTED).forEach(e -> getChildren().add(exit(verdict, e, look)));
        Verdict.Premise weakest = verdict.weakest();
        if (weakest != null) {
            Label premise = Parts.label("Weakest premise: " + weakest.premise(), "quiet");
            premise.setWrapText(true);
            HBox.setHgrow(premise, Priority.ALWAYS);
            premise.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(new HBox(6, premise, Parts.grade(weakest.grade())));
        }
    }

    static String word(Verdict.State state) {
        return switch (state) {
            case ONE -> "one branch is left";
            case SEVERAL -> "several branches are left";
            case NONE -> "no branch is left";
            case INSUFFICIENT -> "insufficient evidence";
            case EXPLAINED -> "explained";
        };
    }

    private static List<JudgedExit> left(Verdict verdict) {
        return verdict.exits().stream()
                .filter(e -> e.state() != JudgedExit.State.ELIMINATED)
                .toList();
    }

    private static Node exit(Verdict verdict, JudgedExit judged, Consumer<Ref> look) {
        ExitMark mark = ExitMark.of(judged);
        javafx.scene.control.Hyperlink link = new javafx.scene.control.Hyperlink(
                mark.sign() + " " + judged.exit().file() + ":" + judged.exit().line() + "  " + mark.value());
        link.getStyleClass().add("evidence-link");
        link.setAccessibleText("exit at line " + judged.exit().line() + " " + mark.word());
        String source = verdict.source() == null ? "" : verdict.source();
        link.setOnAction(e -> look.accept(
                new Ref.Source(source, judged.exit().file(), judged.exit().line())));
        return link;
    }

    /// What to run next.
    static Node probe(Trail.NextProbe probe) {
        Label text = Parts.label(probe.text(), "mono", "probe-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label splits = Parts.label(probe.tool() + ": " + probe.splits(), "quiet");
        splits.setWrapText(true);
        return new VBox(2, splits, new HBox(6, text, Parts.copy(probe.text())));
    }
}
