package whence.app.view.trail;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import whence.app.view.Parts;
import whence.evidence.Grade;
import whence.trail.Assumption;

/// What the user is willing to say though no evidence does: each can be taken back, and one more be stated.
final class AssumptionsCard extends VBox {
    private static final String RUNS = Assumption.RUNS_FAILED_ALIKE.toString();
    private static final String FORMS = "runs-failed-alike, or what a function returned (is_test_type=0), or what an"
            + " expression held (attr->prog_flags=0)";

    private final TextField field = new TextField();
    private final Label problem = Parts.label("", "problem");
    private final Wishes wishes;

    /// What the card can ask for.
    record Wishes(Consumer<String> assume, Consumer<String> retract) {}

    AssumptionsCard(List<String> stated, Wishes wishes) {
        this.wishes = wishes;
        getStyleClass().add("card");
        getChildren().add(Parts.label("assumptions", "kind"));
        stated.forEach(each -> getChildren().add(line(each)));
        if (!stated.contains(RUNS)) {
            getChildren().add(link("assume that every run failed alike", () -> state(RUNS)));
        }
        field.setPromptText("assume: FUNCTION=VALUE or EXPRESSION=VALUE");
        field.setTooltip(new Tooltip(FORMS));
        field.setAccessibleText("state an assumption");
        field.setId("assumption");
        field.setOnAction(e -> state(field.getText().strip()));
        problem.setWrapText(true);
        getChildren().add(field);
    }

    private Node line(String assumption) {
        Label text = Parts.label(assumption, "mono");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Hyperlink back = link("take back", () -> wishes.retract().accept(assumption));
        back.setAccessibleText("take back the assumption " + assumption);
        back.setMinWidth(USE_PREF_SIZE);
        return new HBox(6, text, back, Parts.grade(Grade.ASSUMED));
    }

    private static Hyperlink link(String text, Runnable run) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("evidence-link");
        link.setOnAction(e -> run.run());
        return link;
    }

    private void state(String text) {
        if (text.isEmpty()) {
            return;
        }
        Assumption.parse(text).ifPresentOrElse(a -> wishes.assume().accept(a.toString()), () -> {
            problem.setText("An assumption is " + FORMS + ".");
            getChildren().remove(problem);
            getChildren().add(problem);
        });
    }
}
