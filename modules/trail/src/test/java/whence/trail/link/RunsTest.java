package whence.trail.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.trail.ledger.Traced;
import whence.trail.ledger.Window;

class RunsTest {
    @Test
    void pairs_entry_and_return_of_each_task_apart() {
        Traced trace = new Traced()
                .enters(1, "sys")
                .enters(2, "sys")
                .enters(1, "load")
                .returns(1, "load", "sys", -22)
                .returns(2, "sys", "do", 0)
                .returns(1, "sys", "do", -22);
        List<Window> runs = Runs.of(trace.stream());
        assertEquals(List.of("sys 1", "sys 2", "load 1"), named(runs));
        assertEquals(List.of("sys 1", "sys 2"), named(Runs.outermost(runs)));
        assertEquals(List.of("load 1"), named(Runs.inside(runs.getFirst(), runs)));
    }

    @Test
    void a_return_without_entry_and_an_entry_without_return_are_no_runs() {
        Traced trace = new Traced()
                .returns(1, "copy", "load", 0)
                .enters(1, "load")
                .enters(1, "lost")
                .returns(1, "load", "sys", 0)
                .enters(1, "cut");
        assertEquals(List.of("load 1"), named(Runs.of(trace.stream())));
    }

    @Test
    void recursion_closes_the_inner_run_first() {
        Traced trace = new Traced()
                .enters(1, "walk")
                .enters(1, "walk")
                .returns(1, "walk", "walk", 1)
                .returns(1, "walk", "sys", 2);
        List<Window> runs = Runs.of(trace.stream());
        assertEquals(3, runs.getFirst().leave());
        assertEquals(2, runs.getLast().leave());
    }

    private static List<String> named(List<Window> runs) {
        return runs.stream().map(r -> r.function() + " " + r.tid()).toList();
    }
}
