package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import whence.app.model.Looked;
import whence.app.rows.RowView;
import whence.evidence.Ref;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
    @TempDir
    Path folder;

    private final HandMade capture = new HandMade();
    private Wiring wiring;

    @Start
    void show(Stage stage) {
        wiring = Bench.with(capture, folder.resolve("report.html"));
        stage.setScene(wiring.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(980);
        stage.setHeight(960);
        stage.show();
    }

    private Looked now() {
        return wiring.desk().lookedProperty().get();
    }

    @Test
    void alt_right_and_alt_left_walk_the_trail(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertEquals(2, now().focus().step());
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertEquals(1, now().focus().step());
    }

    @Test
    void the_palette_finds_a_command_and_does_it(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertTrue(robot.lookup(".overlay").tryQuery().isPresent());
        robot.write("next step").type(KeyCode.ENTER);
        assertFalse(robot.lookup(".overlay").tryQuery().isPresent());
        assertEquals(1, now().focus().step());
    }

    @Test
    void escape_closes_the_key_help(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertTrue(robot.lookup(".overlay").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertFalse(robot.lookup(".overlay").tryQuery().isPresent());
    }

    @Test
    void typing_a_filter_leaves_what_matches_and_escape_brings_all_back(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("group");
        RowView rows = robot.lookup(".row-view").queryAllAs(RowView.class).stream()
                .filter(v -> v.getAccessibleRoleDescription().equals("timeline"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, rows.source().count());
        robot.type(KeyCode.ESCAPE);
        assertEquals(5, rows.source().count());
    }

    @Test
    void a_filter_that_cannot_be_read_is_explained_beside_it_and_hides_nothing(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("kind:nonsense");
        Label problem =
                robot.lookup((Label l) -> l.getStyleClass().contains("problem")).query();
        assertTrue(problem.getText().startsWith("at "), problem.getText());
    }

    @Test
    void a_click_on_evidence_goes_to_the_bytes(FxRobot robot) {
        robot.clickOn("cmd.stderr.txt:1");
        assertEquals(new Ref.Range(HandMade.lineSpan()), now().focus().at());
    }

    @Test
    void f7_steps_through_the_differences(FxRobot robot) {
        robot.type(KeyCode.F7);
        robot.type(KeyCode.F7);
        Label added = robot.lookup((Label l) -> "1175".equals(l.getText())).query();
        assertTrue(added.isVisible());
    }

    @Test
    void ctrl_d_keeps_a_finding_and_ctrl_z_takes_it_back(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        assertEquals(
                "The program says that the load failed",
                capture.notes.findings().getFirst().claim());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(List.of(), capture.notes.findings());
    }

    @Test
    void f6_and_the_number_keys_reach_every_pane(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        assertEquals(
                "timeline",
                Objects.requireNonNull(wiring.scene().getFocusOwner()).getAccessibleRoleDescription());
        robot.type(KeyCode.F6);
        assertFalse(wiring.scene().getFocusOwner() instanceof RowView v
                && v.getAccessibleRoleDescription().equals("timeline"));
    }

    @Test
    void the_report_is_written_where_the_user_says(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        assertTrue(Files.readString(folder.resolve("report.html")).contains("1176"));
    }

    @Test
    void closing_the_session_shows_how_to_begin(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        assertTrue(capture.closed);
        Region welcome = robot.lookup(".welcome").queryAs(Region.class);
        assertTrue(welcome.isVisible());
    }
}
