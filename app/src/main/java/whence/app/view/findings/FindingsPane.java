package whence.app.view.findings;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.evidence.Finding;
import whence.evidence.Standing;

/// Claims the user keeps, each with its evidence and what would refute it.
public final class FindingsPane {
    private final Desk desk;
    private final FindingsModel model;
    private final ListView<Finding> list = new ListView<>();
    private final TextArea claim = new TextArea();
    private final TextArea refuted = new TextArea();
    private final VBox evidence = new VBox();
    private final Label standing = Parts.label("", "problem");
    private final MenuButton restsOn = new MenuButton();
    private boolean following;

    public FindingsPane(Desk desk, FindingsModel model) {
        this.desk = desk;
        this.model = model;
        list.setCellFactory(view -> new FindingCell());
        list.setPlaceholder(Parts.empty("No findings yet. Ctrl+D keeps what you are looking at, with its evidence."));
        list.setAccessibleText("findings");
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> picked(now));
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                model.selectedProperty().get().ifPresent(model::remove);
            }
        });
        standing.setWrapText(true);
        area(claim, "What is claimed");
        area(refuted, "What would refute it");
        model.findingsProperty().subscribe(found -> {
            following = true;
            list.getItems().setAll(found);
            list.refresh();
            following = false;
        });
        model.selectedProperty().subscribe(this::show);
        model.standingsProperty().subscribe(all -> {
            list.refresh();
            sayStanding(model.selectedProperty().get());
        });
    }

    private void area(TextArea area, String prompt) {
        area.setPromptText(prompt);
        area.setAccessibleText(prompt);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                save();
            }
        });
    }

    private void picked(@Nullable Finding finding) {
        if (!following && finding != null) {
            model.select(finding);
        }
    }

    private void show(Optional<Finding> selected) {
        following = true;
        claim.setDisable(selected.isEmpty());
        refuted.setDisable(selected.isEmpty());
        claim.setText(selected.map(Finding::claim).orElse(""));
        refuted.setText(selected.map(Finding::refutedBy).orElse(""));
        sayStanding(selected);
        evidence.getChildren().clear();
        selected.ifPresent(f -> {
            list.getSelectionModel().select(f);
            evidence.getChildren()
                    .add(Parts.evidence(f.spans(), s -> desk.look(Focus.on(s, Focus.NO_STEP), Origin.FINDINGS)));
        });
        following = false;
    }

    private void sayStanding(Optional<Finding> selected) {
        String fate = selected.map(model::standing).map(FindingsPane::words).orElse("");
        standing.setText(fate);
        standing.setManaged(!fate.isEmpty());
    }

    /// The other findings, each to be made a premise of the selected one.
    private List<MenuItem> others() {
        Optional<Finding> selected = model.selectedProperty().get();
        return model.findingsProperty().get().stream()
                .filter(other -> selected.filter(f -> f.id().equals(other.id())).isEmpty())
                .map(other -> {
                    MenuItem item = new MenuItem(other.claim());
                    item.setMnemonicParsing(false);
                    item.setOnAction(e -> selected.ifPresent(f -> model.restOn(f, other)));
                    return item;
                })
                .toList();
    }

    private static String words(Standing standing) {
        return switch (standing.state()) {
            case STANDS -> "";
            case REFUTED -> "✕ refuted";
            case SHAKEN -> "? shaken: " + String.join("; ", standing.because());
        };
    }

    private void save() {
        model.selectedProperty().get().ifPresent(f -> model.rewrite(f, claim.getText(), refuted.getText()));
    }

    public WorkPane pane() {
        Button keep = new Button("Keep");
        keep.setOnAction(e -> model.keep());
        Button remove = new Button("Remove");
        remove.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
        remove.setOnAction(e -> model.selectedProperty().get().ifPresent(model::remove));
        Button undo = new Button("Undo");
        undo.setOnAction(e -> model.undo());
        Button refute = new Button("Refute");
        refute.setTooltip(new Tooltip("Says that it is not so; what rests on it is marked. Again takes it back."));
        refute.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
        refute.setOnAction(e -> model.selectedProperty().get().ifPresent(model::refute));
        restsOn.setText("Rests on");
        restsOn.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
        restsOn.setOnShowing(e -> restsOn.getItems().setAll(others()));
        VBox edit = new VBox(4, standing, claim, refuted, evidence);
        edit.getStyleClass().add("trail");
        BorderPane body = new BorderPane(list);
        FlowPane buttons = new FlowPane(4, 4, keep, remove, refute, restsOn, undo);
        buttons.getStyleClass().add("pane-head");
        body.setTop(buttons);
        body.setBottom(edit);
        return new WorkPane(Origin.FINDINGS, "Findings", body, list);
    }

    private String fate(Finding finding) {
        String words = words(model.standing(finding));
        return words.isEmpty() ? "" : "   " + words;
    }

    private final class FindingCell extends ListCell<Finding> {
        private static final double SCROLL_BAR = 18;

        FindingCell() {
            setWrapText(true);
            setPrefWidth(0);
            maxWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR));
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setText(finding == null || empty ? null : finding.claim() + fate(finding));
            setGraphic(finding == null || empty ? null : Parts.grade(finding.grade()));
        }
    }
}
