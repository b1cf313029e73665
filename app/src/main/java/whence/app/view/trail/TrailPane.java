package whence.app.view.trail;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.report.Lost;
import whence.trail.Lead;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The way from a lead to its verdict, step by step; what is chosen here moves every other pane.
public final class TrailPane {
    private final Desk desk;
    private final ComboBox<Lead> leads = new ComboBox<>();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label empty = Parts.empty(
            "Nothing in this session asks for an explanation: no error line, no failed call, no refused probe."
                    + "\nPick an event in the timeline to look at it.");
    private final Label waiting =
            Parts.empty("Looking for what asks for an explanation. The events can be looked at meanwhile.");
    private List<StepCard> cards = List.of();
    private boolean following;

    public TrailPane(Desk desk) {
        this.desk = desk;
        list.getStyleClass().add("trail");
        scroll.setFitToWidth(true);
        leads.setMaxWidth(Double.MAX_VALUE);
        leads.setAccessibleText("lead");
        leads.setPromptText("no leads");
        leads.setCellFactory(view -> new LeadCell());
        leads.setButtonCell(new LeadCell());
        leads.valueProperty().subscribe((before, now) -> {
            if (!following && now != null) {
                desk.follow(now);
            }
        });
        desk.leadsProperty().subscribe(this::listLeads);
        desk.trailProperty().subscribe(this::show);
        desk.lookedProperty().subscribe(this::follow);
    }

    private void listLeads(@Nullable List<Lead> found) {
        following = true;
        leads.getItems().setAll(found == null ? List.of() : found);
        leads.setValue(found == null ? null : found.stream().findFirst().orElse(null));
        following = false;
        if (found == null) {
            list.getChildren().setAll(waiting);
        } else if (found.isEmpty()) {
            list.getChildren().setAll(empty);
        } else if (cards.isEmpty()) {
            list.getChildren()
                    .setAll(Parts.empty("Working out how this came about: "
                            + found.getFirst().title()));
        }
    }

    private void show(@Nullable Trail trail) {
        list.getChildren().clear();
        cards = List.of();
        if (trail == null) {
            return;
        }
        following = true;
        leads.setValue(trail.lead());
        following = false;
        List<StepCard> made = new ArrayList<>();
        for (int i = 0; i < trail.steps().size(); i++) {
            made.add(card(trail, i));
        }
        cards = List.copyOf(made);
        list.getChildren().addAll(cards);
        list.getChildren().addAll(ending(trail));
        scroll.setVvalue(0);
    }

    private StepCard card(Trail trail, int index) {
        return new StepCard(
                index + 1,
                trail.steps().get(index),
                new StepCard.Wishes(
                        () -> desk.lookAtStep(index, Origin.TRAIL),
                        span -> desk.look(Focus.on(span, index), Origin.TRAIL),
                        ref -> desk.look(new Focus(ref, List.of(), index), Origin.TRAIL),
                        desk::choose));
    }

    private List<Node> ending(Trail trail) {
        List<Node> end = new ArrayList<>();
        end.add(new VerdictCard(trail.verdict(), true, ref -> desk.look(ref, Origin.TRAIL)));
        for (Verdict other : trail.otherSources()) {
            end.add(new VerdictCard(other, false, ref -> desk.look(ref, Origin.TRAIL)));
        }
        end.add(new AssumptionsCard(
                desk.capture().map(c -> c.notes().assumptions()).orElse(List.of()),
                new AssumptionsCard.Wishes(desk::assume, desk::retract)));
        if (!trail.nextProbes().isEmpty()) {
            end.add(Parts.label("What to run next", "strong"));
            trail.nextProbes().forEach(p -> end.add(VerdictCard.probe(p)));
        }
        trail.lead().accompanied().companions().forEach(c -> end.add(note("Accompanied: " + c.sentence())));
        trail.lead().lacks().forEach(lack -> end.add(note("Missing: " + lack)));
        Lost.told(trail.losses()).forEach(told -> end.add(note("Lost: " + told)));
        return end;
    }

    private static Node note(String text) {
        Label label = Parts.label(text, "warn");
        label.setWrapText(true);
        return label;
    }

    private void follow(Looked looked) {
        for (int i = 0; i < cards.size(); i++) {
            boolean here = i == looked.focus().step();
            cards.get(i).lookedAt(here);
            if (here && looked.origin() != Origin.TRAIL) {
                reveal(cards.get(i), i == cards.size() - 1);
            }
        }
    }

    // The last step comes with the verdict below it.
    private void reveal(Node card, boolean last) {
        double room = list.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            double top = card.getBoundsInParent().getMinY() - 8;
            double bottom = card.getBoundsInParent().getMaxY()
                    + (last ? 160 : 8)
                    - scroll.getViewportBounds().getHeight();
            double now = scroll.getVvalue() * room;
            double to = Math.max(Math.min(now, top), Math.min(bottom, top));
            scroll.setVvalue(Math.max(0, Math.min(1, to / room)));
        }
    }

    /// Puts the keyboard where an assumption is stated; false where no trail is shown.
    public boolean beginAssuming() {
        for (Node part : list.getChildren()) {
            if (part.lookup("#assumption") instanceof TextField field) {
                reveal(part, false);
                field.requestFocus();
                return true;
            }
        }
        return false;
    }

    public WorkPane pane() {
        HBox.setHgrow(leads, Priority.ALWAYS);
        BorderPane body = new BorderPane(scroll);
        Label title = Parts.label("Lead", "strong");
        title.setMinWidth(Label.USE_PREF_SIZE);
        body.setTop(Parts.head(title, leads));
        return new WorkPane(Origin.TRAIL, "Trail", body, leads);
    }

    private static final class LeadCell extends ListCell<Lead> {
        @Override
        protected void updateItem(@Nullable Lead lead, boolean empty) {
            super.updateItem(lead, empty);
            setText(lead == null || empty ? "" : text(lead));
        }

        private static String text(Lead lead) {
            return lead.title() + (lead.count() > 1 ? "  ×" + lead.count() : "");
        }
    }
}
