package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import whence.app.model.Origin;
import whence.app.session.SessionOpener;
import whence.bytes.Watch;
import whence.evidence.Ref;
import whence.trail.Board;

/// The board of the third founding case.
class BoardPaneTest {
    @Test
    void exits_stand_against_facts_and_the_chosen_cell_says_why() {
        FxThread.run(() -> {
            Wiring wiring = open("centos7-bpf-einval");
            wiring.show(Origin.BOARD);
            Bench.layout(wiring);
            TableView<Board.Row> board = board(wiring);
            assertTrue(board.getItems().size() > 15, "" + board.getItems().size());
            assertEquals(2 + 3, board.getColumns().size());
            int row = row(board, 1187);
            board.getSelectionModel().clearAndSelect(row, board.getColumns().get(4));
            List<String> reasons = Bench.all(wiring, ".trail .label", Label.class).stream()
                    .map(Label::getText)
                    .toList();
            assertTrue(reasons.stream().anyMatch(text -> text.startsWith("fact 3: strace shows")), reasons.toString());
            assertTrue(reasons.stream().anyMatch(text -> text.startsWith("guard: ")), reasons.toString());
            assertEquals(
                    1187,
                    ((Ref.Source) wiring.desk().lookedProperty().get().focus().at()).line());
        });
    }

    @Test
    void a_lead_without_exits_leaves_the_board_empty_and_says_what_fills_it() {
        FxThread.run(() -> {
            Wiring wiring = open("ambiguous-symbol");
            wiring.show(Origin.BOARD);
            Bench.layout(wiring);
            TableView<Board.Row> board = board(wiring);
            assertTrue(board.getItems().isEmpty());
            assertTrue(((Label) board.getPlaceholder()).getText().contains("No function has been judged"));
        });
    }

    private static int row(TableView<Board.Row> board, int line) {
        for (int i = 0; i < board.getItems().size(); i++) {
            if (board.getItems().get(i).together().exit().line() == line) {
                return i;
            }
        }
        throw new AssertionError("no exit at " + line);
    }

    @SuppressWarnings("unchecked")
    private static TableView<Board.Row> board(Wiring wiring) {
        return (TableView<Board.Row>)
                Bench.all(wiring, ".board", TableView.class).getFirst();
    }

    private static Wiring open(String sample) {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("whence.root"), ".."));
        try {
            return Bench.with(new SessionOpener(Map.of())
                    .open(List.of(root.resolve("sample-sessions").resolve(sample + ".whence")), Watch.NONE));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
