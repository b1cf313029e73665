package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.model.Capture;
import whence.app.model.Origin;
import whence.app.model.Settings;
import whence.app.session.SessionOpener;
import whence.app.task.Tasks;

/// What somebody opens need not be a session, and need not stay where it was. The window says so and goes on.
class HostileSessionsTest {
    @TempDir
    Path folder;

    @Test
    void a_truncated_session_opens_with_what_is_whole_and_says_that_some_is_lost() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.file("invalid-elf"));
        Path cut = Files.write(folder.resolve("cut.whence"), Arrays.copyOf(whole, whole.length / 2));
        FxThread.run(() -> {
            Wiring wiring = workbench(Map.of());
            wiring.open(List.of(cut));
            Capture opened = wiring.desk().capture().orElseThrow();
            assertTrue(opened.losses().stream().anyMatch(l -> l.why().startsWith("the archive ends inside ")));
            wiring.desk().close();
        });
    }

    @Test
    void what_is_no_session_is_refused_in_a_sentence_and_what_was_open_stays() throws IOException {
        Path broken = Files.write(folder.resolve("broken.whence"), new byte[] {'P', 'K', 3, 4, 0, 0});
        FxThread.run(() -> {
            Wiring wiring = workbench(Map.of());
            wiring.open(List.of(Samples.file("ambiguous-symbol")));
            Capture before = wiring.desk().capture().orElseThrow();
            wiring.open(List.of(broken));
            assertTrue(problem(wiring).contains("broken.whence"), problem(wiring));
            assertEquals(before, wiring.desk().capture().orElseThrow());
            wiring.desk().close();
        });
    }

    @Test
    void a_folder_without_events_opens_empty_and_every_pane_can_be_gone_to() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing of the kernel's\n");
        FxThread.run(() -> {
            Wiring wiring = workbench(Map.of());
            wiring.open(List.of(folder));
            assertEquals("", problem(wiring));
            for (Origin pane : Origin.values()) {
                wiring.show(pane);
                Bench.layout(wiring);
            }
            wiring.actions().find("keep").orElseThrow().perform();
            wiring.desk().close();
        });
    }

    @Test
    void two_hundred_files_open_as_one_session() throws IOException {
        for (int i = 0; i < 200; i++) {
            Files.writeString(
                    folder.resolve("strace-" + i + ".txt"),
                    (1000 + i) + " 12:00:00.00000" + i % 10 + " close(" + i + ") = -1 EBADF (Bad file descriptor)\n");
        }
        FxThread.run(() -> {
            Wiring wiring = workbench(Map.of());
            wiring.open(List.of(folder));
            assertEquals(200, wiring.desk().capture().orElseThrow().artifacts().size());
            assertEquals(200, wiring.desk().capture().orElseThrow().timeline().size());
            wiring.desk().close();
        });
    }

    @Test
    void a_source_that_is_not_there_is_named() {
        FxThread.run(() -> {
            Wiring wiring =
                    workbench(Map.of("mine", folder.resolve("no-such-tree").toString()));
            wiring.open(List.of(Samples.file("ambiguous-symbol")));
            assertTrue(problem(wiring).contains("no-such-tree"), problem(wiring));
        });
    }

    @Test
    void a_file_removed_while_it_is_open_can_still_be_looked_at() throws IOException {
        Path file = Files.writeString(
                folder.resolve("strace.txt"), "7 12:00:00.000001 close(9) = -1 EBADF (Bad file descriptor)\n");
        FxThread.run(() -> {
            Wiring wiring = workbench(Map.of());
            wiring.open(List.of(file));
            assertTrue(file.toFile().delete());
            Capture capture = wiring.desk().capture().orElseThrow();
            wiring.desk().look(capture.timeline().ref(0), Origin.TIMELINE);
            wiring.show(Origin.BYTES);
            Bench.layout(wiring);
            assertTrue(capture.text(capture.timeline().ref(0)).startsWith("close(9)"));
            wiring.desk().close();
        });
    }

    @Test
    void a_report_that_cannot_be_written_says_why() {
        FxThread.run(() -> {
            Wiring wiring = Bench.with(Samples.open("ambiguous-symbol"), folder.resolve("missing/report.html"));
            wiring.actions().find("report").orElseThrow().perform();
            assertTrue(problem(wiring).contains("report.html"), problem(wiring));
            assertFalse(problem(wiring).contains("Exception"), problem(wiring));
        });
    }

    @Test
    void notes_that_cannot_be_saved_are_said_to_be_unsaved() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("state"), "a file where the state should be\n");
        FxThread.run(() -> {
            Wiring wiring = new Wiring(
                    Tasks.sameThread(),
                    new SessionOpener(Map.of(), noFolder),
                    new Settings(Bench.NOWHERE, Bench.NOWHERE),
                    Dialogs.desktop());
            wiring.open(List.of(Samples.file("ambiguous-symbol")));
            wiring.actions().find("keep").orElseThrow().perform();
            assertEquals(
                    1, wiring.desk().capture().orElseThrow().notes().findings().size());
            assertTrue(problem(wiring).startsWith("Notes cannot be saved in "), problem(wiring));
            wiring.desk().close();
        });
    }

    private Wiring workbench(Map<String, String> sources) {
        return new Wiring(
                Tasks.sameThread(),
                new SessionOpener(sources, folder.resolve("state-of-tests")),
                new Settings(Bench.NOWHERE, Bench.NOWHERE),
                Dialogs.desktop());
    }

    private static String problem(Wiring wiring) {
        return wiring.desk().problemProperty().get();
    }
}
