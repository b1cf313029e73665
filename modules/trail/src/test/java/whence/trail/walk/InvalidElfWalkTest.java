package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import whence.evidence.Grade;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

class InvalidElfWalkTest {
    private static final String LINE = "Invalid ELF header magic: != \\x7fELF";
    private static Trail trail;

    @BeforeAll
    static void walk_from_the_line() throws SessionException {
        trail = Sample.trail(Sample.packed("invalid-elf"), LINE, Choices.NONE);
    }

    @Test
    void the_first_lead_is_the_line_that_journalctl_hides_seven_times() throws SessionException {
        Lead first = Sample.leads(Sample.packed("invalid-elf")).getFirst();
        assertEquals(LINE, first.title());
        assertEquals(7, first.count());
        assertTrue(trail.steps().getFirst().why().contains("[33B blob data]"));
    }

    @Test
    void only_the_two_calls_that_load_modules_can_reach_the_statement() {
        Step statement = Told.step(trail, "kernel/module/main.c:1681");
        assertEquals(Grade.DERIVED, statement.grade());
        assertTrue(Told.step(trail, "Only finit_module and init_module").why().contains("execve"));
    }

    @Test
    void each_occurrence_belongs_to_the_call_that_printed_it() {
        Step calls = Told.step(trail, "Each occurrence belongs to one call");
        List<String> printed = calls.candidates().stream()
                .filter(c -> c.why().contains("printed occurrence"))
                .map(Step.Candidate::title)
                .toList();
        assertEquals(
                List.of(
                        "finit_module = -ENOEXEC of oldinsmod (task 561)",
                        "init_module = -ENOEXEC of oldinsmod (task 692)",
                        "finit_module = -ENOEXEC of busybox (task 823)",
                        "init_module = -ENOEXEC of busybox (task 823)",
                        "finit_module = -ENOEXEC of oldinsmod (task 955)",
                        "finit_module = -ENOEXEC of oldinsmod (task 1084)",
                        "finit_module = -ENOEXEC of oldinsmod (task 1331)"),
                printed);
    }

    @Test
    void the_success_and_the_refused_attempt_printed_nothing() {
        Step calls = Told.step(trail, "Each occurrence belongs to one call");
        List<String> silent = calls.candidates().stream()
                .filter(c -> c.why().contains("no occurrence"))
                .map(Step.Candidate::title)
                .toList();
        assertTrue(silent.contains("init_module = 0 of insmod (task 1199)"), silent::toString);
        assertTrue(silent.contains("finit_module = -EPERM of oldinsmod (task 1411)"), silent::toString);
    }

    @Test
    void the_file_given_is_compressed() {
        assertTrue(Told.step(trail, "/opt/vendor/dummy.ko.zst, is zstd-compressed")
                .why()
                .contains("28 b5 2f fd"));
    }

    @Test
    void one_exit_is_left() {
        assertEquals(Verdict.State.ONE, trail.verdict().state());
        assertEquals(List.of(1682), Told.left(trail.verdict()));
    }

    @Test
    void the_task_of_the_call_was_started_by_the_exec_in_its_own_trace() {
        Step call = Told.step(trail, "finit_module = -ENOEXEC in task 561");
        assertTrue(call.why().contains("Task 561 ran /opt/lab/oldinsmod /opt/vendor/dummy.ko.zst"), call.why());
        assertTrue(call.evidence().stream().anyMatch(span -> span.line() == 1), call.evidence()::toString);
    }
}
