package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import whence.app.model.Capture;
import whence.app.model.Origin;
import whence.app.rows.RowView;
import whence.evidence.EventKind;
import whence.evidence.Ref;
import whence.timeline.Timeline;

/// From a line of the kernel log to its statement, its function, and who can reach it.
class StatementAndCallersTest {
    private static final String LINE = "Invalid ELF header magic";
    private static final Capture CAPTURE = Samples.open("invalid-elf");

    @AfterAll
    static void close() {
        CAPTURE.close();
    }

    @Test
    void a_line_of_the_kernel_log_leads_to_its_statement() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.desk().look(event(wiring, LINE), Origin.OPENING);
            wiring.actions().find("statement").orElseThrow().perform();
            Ref.Source at = source(wiring);
            assertTrue(at.file().startsWith("kernel/module"), at.toString());
            assertTrue(
                    labels(wiring, "mono").contains("elf_validity_check"),
                    labels(wiring, "mono").toString());
        });
    }

    @Test
    void enter_on_a_row_of_the_timeline_does_the_same() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.desk().look(event(wiring, LINE), Origin.OPENING);
            RowView rows = Bench.all(wiring, ".row-view", RowView.class).stream()
                    .filter(view -> "timeline".equals(view.getAccessibleRoleDescription()))
                    .findFirst()
                    .orElseThrow();
            Keys.press(rows, KeyCode.ENTER);
            assertTrue(source(wiring).file().startsWith("kernel/module"));
        });
    }

    @Test
    void the_details_of_such_a_line_name_the_statement_and_lead_to_it() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.desk().look(event(wiring, LINE), Origin.OPENING);
            Hyperlink statement = Bench.all(wiring, ".evidence-link", Hyperlink.class).stream()
                    .filter(link -> link.getText().startsWith("pr_err("))
                    .findFirst()
                    .orElseThrow();
            assertTrue(statement.getText().contains("elf_validity_check"), statement.getText());
            statement.fire();
            assertTrue(source(wiring).file().startsWith("kernel/module"));
        });
    }

    @Test
    void a_line_that_no_source_prints_says_so() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.desk().look(event(wiring, "GET /api"), Origin.OPENING);
            wiring.actions().find("statement").orElseThrow().perform();
            String said = wiring.desk().problemProperty().get();
            assertTrue(said.startsWith("No statement of"), said);
        });
    }

    @Test
    void the_callers_of_a_statement_name_the_system_calls_and_each_way_and_lead_there() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.actions().find("callers").orElseThrow().perform();
            wiring.desk().look(event(wiring, LINE), Origin.OPENING);
            TreeView<?> tree = callers(wiring);
            List<String> rows = texts(tree.getRoot());
            assertTrue(rows.stream().anyMatch(r -> r.startsWith("pr_err(")), rows.toString());
            assertTrue(
                    rows.stream()
                            .anyMatch(r ->
                                    r.contains("SYSCALL_DEFINE3(finit_module) → load_module → elf_validity_check")),
                    rows.toString());
            tree.getSelectionModel().select(row(tree, "load_module"));
            assertEquals(Origin.CALLERS, wiring.desk().lookedProperty().get().origin());
            assertEquals("load_module", enclosing(wiring));
        });
    }

    @Test
    void enter_on_a_caller_asks_who_reaches_that_one_and_its_row_opens_its_own_callers() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(CAPTURE);
            wiring.actions().find("callers").orElseThrow().perform();
            wiring.desk().look(event(wiring, LINE), Origin.OPENING);
            TreeView<?> tree = callers(wiring);
            TreeItem<?> caller =
                    tree.getRoot().getChildren().getLast().getChildren().getFirst();
            caller.setExpanded(true);
            assertTrue(texts(caller).stream().anyMatch(r -> r.contains("SYSCALL_DEFINE3(init_module)")));
            tree.getSelectionModel().select(row(tree, "load_module"));
            Keys.press(tree, KeyCode.ENTER);
            assertTrue(
                    texts(callers(wiring).getRoot()).stream().anyMatch(r -> r.contains("directly call load_module")),
                    texts(callers(wiring).getRoot()).toString());
        });
    }

    private static int row(TreeView<?> tree, String text) {
        return IntStream.range(0, tree.getExpandedItemCount())
                .filter(i -> String.valueOf(tree.getTreeItem(i).getValue()).contains("text=" + text + ","))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(TreeItem<?> item) {
        List<String> texts = new ArrayList<>();
        texts.add(String.valueOf(item.getValue()).replaceFirst("^CallerRow\\[text=", ""));
        item.getChildren().forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    private static TreeView<?> callers(Wiring wiring) {
        return Bench.all(wiring, ".tree-view", TreeView.class).getFirst();
    }

    private static List<String> labels(Wiring wiring, String style) {
        return Bench.all(wiring, "." + style, Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static Ref.Source source(Wiring wiring) {
        return Objects.requireNonNull(
                wiring.desk().lookedProperty().get().place().source());
    }

    private static String enclosing(Wiring wiring) {
        return wiring.desk()
                .capture()
                .orElseThrow()
                .code()
                .enclosing(source(wiring))
                .orElseThrow()
                .name();
    }

    private static Ref.Event event(Wiring wiring, String part) {
        Capture capture = wiring.desk().capture().orElseThrow();
        Timeline timeline = capture.timeline();
        return IntStream.range(0, timeline.size())
                .mapToObj(timeline::ref)
                .filter(ref -> capture.text(ref).contains(part))
                .filter(ref -> part.equals(LINE) == kernel(timeline, ref))
                .findFirst()
                .orElseThrow();
    }

    private static boolean kernel(Timeline timeline, Ref.Event ref) {
        int at = timeline.indexOf(ref);
        return timeline.events(at).kind(timeline.row(at)) == EventKind.KERNEL;
    }
}
