package whence.app.view.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import whence.app.model.ExitMark;
import whence.app.view.Parts;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.trail.Board;

/// The columns of a board: the exit, what is left of it, then one for each fact.
final class BoardColumns {
    /// How many columns stand before the first fact.
    static final int BEFORE_FACTS = 2;

    private static final double EXIT_WIDTH = 190;
    private static final double STATE_WIDTH = 90;
    private static final double FACT_WIDTH = 170;
    private static final double HEADING_HEIGHT = 52;
    private static final int LONGEST_HEADING = 80;

    private BoardColumns() {}

    static List<TableColumn<Board.Row, String>> of(Board board) {
        List<TableColumn<Board.Row, String>> columns = new ArrayList<>();
        columns.add(exit());
        columns.add(state());
        for (int i = 0; i < board.facts().size(); i++) {
            columns.add(fact(i, board.facts().get(i)));
        }
        columns.forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        return columns;
    }

    private static TableColumn<Board.Row, String> exit() {
        TableColumn<Board.Row, String> column = new TableColumn<>("exit");
        column.setPrefWidth(EXIT_WIDTH);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(exit(row.getValue().together())));
        return column;
    }

    private static String exit(JudgedExit judged) {
        return judged.exit().line() + "  " + String.join(" | ", judged.exit().values());
    }

    private static TableColumn<Board.Row, String> state() {
        TableColumn<Board.Row, String> column = new TableColumn<>("all facts");
        column.setPrefWidth(STATE_WIDTH);
        column.setCellValueFactory(row -> {
            ExitMark mark = ExitMark.of(row.getValue().together());
            return new ReadOnlyStringWrapper(mark.sign() + " " + mark.word());
        });
        column.setCellFactory(any -> new Marked(-1));
        return column;
    }

    private static TableColumn<Board.Row, String> fact(int number, Premise premise) {
        TableColumn<Board.Row, String> column = new TableColumn<>();
        Label heading = Parts.label((number + 1) + " " + cut(premise.text()));
        heading.setWrapText(true);
        heading.setPrefSize(FACT_WIDTH - 12, HEADING_HEIGHT);
        heading.setMinHeight(HEADING_HEIGHT);
        heading.setTooltip(new Tooltip(premise.text()));
        heading.setAccessibleText("fact " + (number + 1) + ", " + premise.grade() + ": " + premise.text());
        column.setGraphic(heading);
        column.setPrefWidth(FACT_WIDTH);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(rules(row.getValue().alone().get(number))));
        column.setCellFactory(any -> new Marked(number));
        return column;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_HEADING ? text : text.substring(0, LONGEST_HEADING) + "…";
    }

    /// The rules by which a fact alone fells an exit; a dot where it does not.
    private static String rules(JudgedExit judged) {
        return judged.state() != JudgedExit.State.ELIMINATED
                ? "·"
                : "✕ "
                        + judged.because().stream()
                                .map(JudgedExit.Because::rule)
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    /// A cell that is coloured by what became of the exit, and says it in a sign too.
    private static final class Marked extends TableCell<Board.Row, String> {
        private final int fact;

        Marked(int fact) {
            this.fact = fact;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            getStyleClass().removeAll("exit-left", "exit-open", "exit-fallen", "exit-unknown");
            setText(empty ? "" : text);
            Board.Row row = empty ? null : getTableRow().getItem();
            if (row != null) {
                JudgedExit judged = fact < 0 ? row.together() : row.alone().get(fact);
                getStyleClass().add(style(judged.state()));
            }
        }

        private String style(JudgedExit.State state) {
            return switch (state) {
                case SURVIVES -> fact < 0 ? "exit-left" : "exit-open";
                case ELIMINATED -> "exit-fallen";
                case UNKNOWN -> "exit-unknown";
            };
        }
    }
}
