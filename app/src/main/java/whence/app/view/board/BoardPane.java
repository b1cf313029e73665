package whence.app.view.board;

import java.util.List;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.branches.Exit;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.trail.Board;
import whence.trail.Trail;

/// The elimination board: exits down, facts across, in each cell what that fact alone does to that exit. The reason of
/// the chosen cell stands below.
public final class BoardPane {
    private static final double ROW_HEIGHT = 26;

    private final Desk desk;
    private final ComboBox<Board> boards = new ComboBox<>();
    private final Label summary = Parts.label("");
    private final TableView<Board.Row> table = new TableView<>();
    private final VBox reason = new VBox(4);

    public BoardPane(Desk desk) {
        this.desk = desk;
        boards.setAccessibleText("function");
        boards.setConverter(new Named());
        boards.valueProperty().subscribe((before, now) -> show(now));
        reason.getStyleClass().add("trail");
        table.getStyleClass().add("board");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPlaceholder(Parts.empty(
                "No function has been judged. A lead that ends at a branch fills this board: its exits down, the facts of the"
                        + " call across."));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().getSelectedCells().addListener((Observable change) -> chosen());
        desk.trailProperty().subscribe(this::work);
    }

    /// Each fact is judged by itself, which takes a while on a large function.
    private void work(@Nullable Trail trail) {
        boards.getItems().clear();
        show(null);
        if (trail == null) {
            desk.tasks().cancel("board");
            return;
        }
        desk.tasks()
                .latest(
                        "board",
                        "Judging each fact by itself",
                        watch -> trail.boards().all(),
                        this::list,
                        desk::report);
    }

    private void list(List<Board> found) {
        boards.getItems().setAll(found);
        boards.setValue(found.isEmpty() ? null : found.getFirst());
    }

    private void show(@Nullable Board board) {
        reason.getChildren().clear();
        table.getColumns().clear();
        table.getItems().clear();
        summary.setText("");
        if (board != null) {
            table.getColumns().setAll(BoardColumns.of(board));
            table.getItems().setAll(board.rows());
            long left = board.rows().stream()
                    .filter(row -> row.together().state() != JudgedExit.State.ELIMINATED)
                    .count();
            summary.setText(board.facts().size() + " facts; together they leave " + left + " of "
                    + board.rows().size() + " exits");
            invite();
        }
    }

    private void invite() {
        reason.getChildren().add(Parts.label("Go to a cell to see what the fact does to the exit.", "quiet"));
    }

    private void chosen() {
        reason.getChildren().clear();
        Board board = boards.getValue();
        TablePosition<?, ?> at = table.getSelectionModel().getSelectedCells().stream()
                .findFirst()
                .orElse(null);
        if (board == null
                || at == null
                || at.getRow() < 0
                || at.getRow() >= board.rows().size()) {
            invite();
            return;
        }
        Board.Row row = board.rows().get(at.getRow());
        int fact = at.getColumn() - BoardColumns.BEFORE_FACTS;
        if (fact >= 0 && fact < board.facts().size()) {
            premise(fact, board.facts().get(fact));
            explain(row.alone().get(fact), "This fact alone does not speak against the exit.");
        } else {
            explain(row.together(), "No fact speaks against this exit.");
        }
        Exit exit = row.together().exit();
        desk.look(Focus.at(new Ref.Source(board.source(), exit.file(), exit.line())), Origin.BOARD);
    }

    private void premise(int fact, Premise premise) {
        Label text = Parts.label("fact " + (fact + 1) + ": " + premise.text());
        text.setWrapText(true);
        reason.getChildren().addAll(Parts.head(Parts.grade(premise.grade()), text), evidence(premise.spans()));
    }

    private void explain(JudgedExit judged, String nothing) {
        boolean fell = judged.state() == JudgedExit.State.ELIMINATED;
        if (!fell) {
            reason.getChildren().add(Parts.label(nothing, "quiet"));
            return;
        }
        for (JudgedExit.Because because : judged.because()) {
            Label text = Parts.label(because.rule() + ": " + because.text());
            text.setWrapText(true);
            reason.getChildren().add(Parts.head(Parts.grade(because.grade()), text));
        }
    }

    private Node evidence(List<Span> spans) {
        return Parts.evidence(spans, span -> desk.look(Focus.on(span, Focus.NO_STEP), Origin.BOARD));
    }

    public WorkPane pane() {
        ScrollPane below = new ScrollPane(reason);
        below.setFitToWidth(true);
        below.setPrefHeight(130);
        BorderPane body = new BorderPane(table);
        boards.visibleProperty().bind(boards.valueProperty().isNotNull());
        boards.managedProperty().bind(boards.visibleProperty());
        body.setTop(Parts.head(boards, summary));
        body.setBottom(below);
        return new WorkPane(Origin.BOARD, "Board", body, table);
    }

    /// A board by its function and source.
    private static final class Named extends StringConverter<Board> {
        @Override
        public String toString(@Nullable Board board) {
            return board == null ? "" : board.function() + " in " + board.source();
        }

        @Override
        public @Nullable Board fromString(String text) {
            return null;
        }
    }
}
