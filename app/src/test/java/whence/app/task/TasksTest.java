package whence.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.bytes.CancelledException;

class TasksTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(waiting::add, FxGate.sameThread());
    private final List<String> shown = new ArrayList<>();

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void of_two_with_one_key_only_the_newest_is_shown() {
        tasks.latest("filter", "", w -> "old", shown::add, shown::add);
        tasks.latest("filter", "", w -> "new", shown::add, shown::add);
        finish();
        assertEquals(List.of("new"), shown);
    }

    @Test
    void the_older_one_is_told_to_stop() {
        tasks.latest("filter", "", w -> String.valueOf(w.cancelled()), shown::add, shown::add);
        tasks.latest("other", "", w -> String.valueOf(w.cancelled()), shown::add, shown::add);
        List<Boolean> told = new ArrayList<>();
        tasks.latest("filter", "", w -> told.add(w.cancelled()), b -> {}, shown::add);
        finish();
        assertEquals(List.of("false"), shown);
        assertEquals(List.of(false), told);
    }

    @Test
    void cancelled_work_shows_nothing() {
        tasks.latest("open", "Opening", w -> "opened", shown::add, shown::add);
        tasks.cancelAll();
        finish();
        assertEquals(List.of(), shown);
        assertEquals("", tasks.titleProperty().get());
    }

    @Test
    void work_that_gives_up_is_no_failure() {
        tasks.<String>latest(
                "open",
                "Opening",
                w -> {
                    throw new CancelledException();
                },
                shown::add,
                shown::add);
        finish();
        assertEquals(List.of(), shown);
    }

    @Test
    void a_failure_becomes_a_sentence_that_says_what_to_do() {
        tasks.<String>latest(
                "open",
                "Opening",
                w -> {
                    throw new NoSuchFileException("/tmp/none.whence");
                },
                shown::add,
                shown::add);
        finish();
        assertEquals(List.of("There is no file /tmp/none.whence. Check the path."), shown);
    }

    @Test
    void a_fault_without_words_is_named() {
        tasks.<String>latest(
                "x",
                "",
                w -> {
                    throw new IllegalStateException();
                },
                shown::add,
                shown::add);
        finish();
        assertTrue(shown.getFirst().startsWith("Internal fault"));
    }

    @Test
    void what_runs_and_how_far_it_is_can_be_seen() {
        List<Double> far = new ArrayList<>();
        tasks.latest(
                "open",
                "Opening",
                w -> {
                    w.progress(1, 4);
                    far.add(tasks.progressProperty().get());
                    return tasks.titleProperty().get();
                },
                shown::add,
                shown::add);
        finish();
        assertEquals(List.of("Opening"), shown);
        assertEquals(List.of(0.25), far);
        assertEquals("", tasks.titleProperty().get());
    }
}
