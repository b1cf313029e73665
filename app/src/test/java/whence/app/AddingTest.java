package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.model.Origin;
import whence.app.model.Settings;
import whence.app.session.SessionOpener;
import whence.app.task.Tasks;
import whence.app.view.add.Guess;

/// Source trees and files added to what is open, by menu and by dropping them.
class AddingTest {
    @TempDir
    Path folder;

    private Wiring open(List<Path> files) {
        Wiring wiring = new Wiring(
                Tasks.sameThread(),
                new SessionOpener(Map.of(), folder.resolve("state")),
                new Settings(Bench.NOWHERE, Bench.NOWHERE),
                Dialogs.desktop());
        wiring.open(files);
        return wiring;
    }

    private Path tree() throws Exception {
        Path tree = folder.resolve("linux-9.9");
        Files.createDirectories(tree.resolve("kernel"));
        Files.writeString(tree.resolve("Makefile"), "VERSION = 9\n");
        Files.writeString(tree.resolve("kernel/answer.c"), "int the_answer(void)\n{\n\treturn 42;\n}\n");
        return tree;
    }

    private Path trace() throws Exception {
        return Files.writeString(
                folder.resolve("strace.txt"),
                "4711 12:00:01.000001 openat(AT_FDCWD, \"/nowhere\", O_RDONLY) = -1 ENOENT (No such file or directory)\n"
                        + "4711 12:00:01.000009 exit_group(1) = ?\n");
    }

    @Test
    void a_tree_dropped_on_an_open_session_is_asked_for_its_label_and_then_answers() throws Exception {
        Path session = trace();
        Path tree = tree();
        FxThread.run(() -> {
            Wiring wiring = open(List.of(session));
            wiring.desk().look(wiring.desk().capture().orElseThrow().timeline().ref(0), Origin.OPENING);
            var before = wiring.desk().lookedProperty().get().place();
            drop(wiring, tree);
            assertEquals("linux-9.9", field(wiring, "label"));
            assertEquals(tree.toString(), field(wiring, "place"));
            button(wiring).fire();
            assertEquals(
                    List.of("linux-9.9"), wiring.desk().capture().orElseThrow().trees());
            assertTrue(wiring.desk()
                    .capture()
                    .orElseThrow()
                    .definition("the_answer")
                    .isPresent());
            assertEquals(
                    before.event(), wiring.desk().lookedProperty().get().place().event());
            assertTrue(Bench.all(wiring, ".overlay", javafx.scene.Node.class).isEmpty());
        });
    }

    @Test
    void captured_files_dropped_join_the_session_and_what_was_noted_stays() throws Exception {
        Path session = trace();
        Path more = Files.writeString(
                folder.resolve("dmesg.txt"), "[   12.000001] usb 1-1: new high-speed USB device number 2\n");
        FxThread.run(() -> {
            Wiring wiring = open(List.of(session));
            wiring.desk().look(wiring.desk().capture().orElseThrow().timeline().ref(0), Origin.OPENING);
            wiring.findings().keep();
            drop(wiring, more);
            button(wiring).fire();
            assertEquals(2, wiring.desk().capture().orElseThrow().artifacts().size());
            assertEquals(
                    1, wiring.desk().capture().orElseThrow().notes().findings().size());
        });
    }

    @Test
    void what_is_dropped_where_nothing_is_open_is_opened() throws Exception {
        Path session = trace();
        FxThread.run(() -> {
            Wiring wiring = open(List.of());
            drop(wiring, session);
            assertEquals("strace.txt", wiring.desk().capture().orElseThrow().title());
        });
    }

    @Test
    void a_tree_that_cannot_be_read_is_explained_and_the_session_stays() throws Exception {
        Path session = trace();
        FxThread.run(() -> {
            Wiring wiring = open(List.of(session));
            wiring.adding().offerSource(List.of(folder.resolve("gone")));
            button(wiring).fire();
            assertTrue(
                    wiring.desk().problemProperty().get().contains("cannot be opened"),
                    wiring.desk().problemProperty().get());
            assertTrue(wiring.desk().capture().isPresent());
        });
    }

    @Test
    void the_window_shows_that_it_would_take_what_hovers_and_escape_closes_the_question() throws Exception {
        Path session = trace();
        FxThread.run(() -> {
            Wiring wiring = open(List.of(session));
            fire(wiring, DragEvent.DRAG_OVER, session);
            assertTrue(wiring.scene().getRoot().getStyleClass().contains("drop-target"));
            fire(wiring, DragEvent.DRAG_EXITED, session);
            assertFalse(wiring.scene().getRoot().getStyleClass().contains("drop-target"));
            drop(wiring, session);
            assertFalse(Bench.all(wiring, ".overlay", javafx.scene.Node.class).isEmpty());
            Keys.press(wiring.scene().getRoot(), KeyCode.ESCAPE);
            assertTrue(Bench.all(wiring, ".overlay", javafx.scene.Node.class).isEmpty());
        });
    }

    @Test
    void what_files_are_meant_as_is_guessed_by_what_they_are() throws Exception {
        assertEquals(Guess.SOURCE, Guess.of(List.of(tree())));
        assertEquals(Guess.SOURCE, Guess.of(List.of(Path.of("linux-source-6.1.tar.xz"))));
        assertEquals(Guess.SOURCE, Guess.of(List.of(Path.of("syscall.c"))));
        assertEquals(Guess.FILES, Guess.of(List.of(Path.of("dmesg.txt"), Path.of("syscall.c"))));
        assertEquals(Guess.SESSION, Guess.of(List.of(Path.of("case.whence"))));
    }

    private static void drop(Wiring wiring, Path file) {
        fire(wiring, DragEvent.DRAG_OVER, file);
        fire(wiring, DragEvent.DRAG_DROPPED, file);
        Bench.layout(wiring);
    }

    private static void fire(Wiring wiring, EventType<DragEvent> type, Path file) {
        Event.fireEvent(
                wiring.scene(),
                new DragEvent(
                        type,
                        Dragged.board(List.of(new File(file.toString()))),
                        5,
                        5,
                        5,
                        5,
                        TransferMode.COPY,
                        null,
                        null,
                        null));
    }

    private static String field(Wiring wiring, String name) {
        return Bench.all(wiring, ".overlay .text-field", TextField.class).stream()
                .filter(field -> name.equals("place") == "place of the tree".equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private static Button button(Wiring wiring) {
        return Objects.requireNonNull(Bench.all(wiring, ".overlay .button", Button.class).stream()
                .filter(b -> b.getText().equals("Add"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Bench.all(wiring, ".label", Label.class).stream()
                        .map(Label::getText)
                        .toList())));
    }
}
