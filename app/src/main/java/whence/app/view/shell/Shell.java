package whence.app.view.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.NotificationPane;
import whence.app.action.Action;
import whence.app.action.Actions;
import whence.app.action.KeyHelp;
import whence.app.action.Menus;
import whence.app.action.Palette;
import whence.app.model.Desk;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.Settings;
import whence.app.view.Parts;
import whence.app.view.WorkPane;

/// The window around the panes: trail on the left, timeline and callers above source, difference, exits, symbols
/// and bytes, and on the right details and findings.
public final class Shell {
    private final Desk desk;
    private final Map<Origin, WorkPane> panes = new EnumMap<>(Origin.class);
    private final Map<Origin, Tab> tabs = new EnumMap<>(Origin.class);
    private final SplitPane columns = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final StackPane centre = new StackPane();
    private final NotificationPane notes = new NotificationPane();
    private final StackPane root = new StackPane();
    private final StatusLine status;
    private Node overlay = new BorderPane();

    public Shell(Desk desk, List<WorkPane> all) {
        this.desk = desk;
        this.status = new StatusLine(desk);
        all.forEach(pane -> panes.put(pane.id(), pane));
        TabPane left = tabs(Origin.TRAIL);
        TabPane upper = tabs(Origin.TIMELINE, Origin.CALLERS);
        TabPane lower =
                tabs(Origin.SOURCE, Origin.DIFFERENCE, Origin.EXITS, Origin.BOARD, Origin.SYMBOLS, Origin.BYTES);
        TabPane right = tabs(Origin.CALL, Origin.FINDINGS);
        middle.setOrientation(Orientation.VERTICAL);
        middle.getItems().setAll(upper, lower);
        columns.getItems().setAll(left, middle, right);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        desk.lookedProperty().subscribe(this::bringForward);
        desk.lookedProperty().subscribe(looked -> notes.hide());
        desk.problemProperty().subscribe(this::say);
    }

    private TabPane tabs(Origin... ids) {
        TabPane pane = new TabPane();
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setMinWidth(120);
        for (Origin id : ids) {
            WorkPane part = panes.get(id);
            if (part != null) {
                Tab tab = new Tab(part.title(), part.body());
                tabs.put(id, tab);
                tab.selectedProperty().subscribe(part.inSight());
                pane.getTabs().add(tab);
            }
        }
        return pane;
    }

    /// Puts everything together.
    ///
    /// @param welcome what stands there while nothing is open
    public Parent build(Actions actions, Node welcome) {
        ToolBar tools = new ToolBar();
        for (Action action : actions.all()) {
            if (!action.icon().isEmpty()) {
                tools.getItems().add(Menus.button(action));
            }
        }
        tools.getItems().addAll(Parts.spring(), new Breadcrumb(desk));
        Loading loading = new Loading(desk.tasks());
        desk.captureProperty().subscribe(c -> fill(welcome, loading));
        desk.tasks().titleProperty().subscribe(t -> fill(welcome, loading));
        notes.setContent(centre);
        notes.setShowFromTop(false);
        BorderPane body = new BorderPane(notes);
        body.setTop(new VBox(Menus.bar(actions), tools));
        body.setBottom(status);
        root.getChildren().setAll(body);
        return root;
    }

    // While nothing is open, work can only be an opening.
    private void fill(Node welcome, Node loading) {
        Node wanted = desk.capture().isPresent()
                ? columns
                : desk.tasks().titleProperty().get().isEmpty() ? welcome : loading;
        if (!centre.getChildren().equals(List.of(wanted))) {
            centre.getChildren().setAll(wanted);
        }
    }

    /// Puts the dividers where they were, or where they do well.
    public void arrange(Settings settings) {
        columns.setDividerPositions(settings.number("divider.left", 0.24), settings.number("divider.right", 0.76));
        middle.setDividerPositions(settings.number("divider.middle", 0.45));
    }

    public void remember(Settings settings) {
        double[] at = columns.getDividerPositions();
        settings.put("divider.left", Double.toString(at[0]));
        settings.put("divider.right", Double.toString(at[1]));
        settings.put("divider.middle", Double.toString(middle.getDividerPositions()[0]));
    }

    /// Shows a pane and gives it the keyboard.
    public void go(Origin id) {
        show(id);
        WorkPane pane = panes.get(id);
        if (pane != null) {
            pane.first().requestFocus();
        }
    }

    /// Shows a pane.
    public void show(Origin id) {
        Tab tab = tabs.get(id);
        if (tab != null) {
            tab.getTabPane().getSelectionModel().select(tab);
        }
    }

    /// Gives the keyboard to the pane after the one that has it.
    public void goToNextPane(int direction) {
        List<Origin> order = List.copyOf(panes.keySet());
        Node owner = root.getScene().getFocusOwner();
        int now = 0;
        for (int i = 0; i < order.size(); i++) {
            if (isInside(owner, panes.get(order.get(i)))) {
                now = i;
            }
        }
        go(order.get(Math.floorMod(now + direction, order.size())));
    }

    private static boolean isInside(
            @org.jspecify.annotations.Nullable Node node, @org.jspecify.annotations.Nullable WorkPane pane) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (pane != null && at.equals(pane.body())) {
                return true;
            }
        }
        return false;
    }

    // The pane that can show what was looked at comes forward, but never one that covers the pane the user works in.
    private void bringForward(Looked looked) {
        if (looked.equals(Looked.NOWHERE)) {
            return;
        }
        Origin best = BestPane.of(looked, desk.trailProperty().get());
        Tab working = tabs.get(looked.origin());
        Tab tab = tabs.get(best);
        if (tab != null && (working == null || !working.getTabPane().equals(tab.getTabPane()))) {
            show(best);
        }
        if (looked.place().event() != null && looked.origin() != Origin.FINDINGS && best != Origin.FINDINGS) {
            show(Origin.CALL);
        }
    }

    private void say(String problem) {
        if (!problem.isEmpty()) {
            notes.setText(problem);
            notes.getActions().setAll(new org.controlsfx.control.action.Action("Copy", e -> Parts.copyNow(problem)));
            notes.show();
        }
    }

    /// Shows the palette.
    public void openPalette(Actions actions) {
        Palette palette = new Palette(actions, this::closeOverlay);
        openOverlay(palette.placed());
        palette.begin();
    }

    public void openKeyHelp(Actions actions) {
        KeyHelp help = new KeyHelp(actions);
        openOverlay(help);
        help.requestFocus();
    }

    /// Shows a question over the panes.
    public void openCard(Node card) {
        openOverlay(card);
    }

    private void openOverlay(Node node) {
        closeOverlay();
        overlay = node;
        root.getChildren().add(overlay);
    }

    /// Closes what lies over the panes; false where nothing does.
    public boolean closeOverlay() {
        if (notes.isShowing()) {
            notes.hide();
        }
        return root.getChildren().remove(overlay);
    }

    public Parent root() {
        return root;
    }
}
