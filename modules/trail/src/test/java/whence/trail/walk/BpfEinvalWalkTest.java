package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.branches.JudgedExit;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;
import whence.trail.Step;
import whence.trail.Trail;

class BpfEinvalWalkTest {
    private static Session session;
    private static Reasoning reasoning;

    @BeforeAll
    static void open() throws SessionException {
        session = Session.open(List.of(Sample.packed("bpf-einval")), Watch.NONE);
        reasoning = Reasoning.of(session);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    /// Task, and the line that returned the error in it, as the answers beside the sample say.
    @ParameterizedTest
    @CsvSource({
        "423, bpf_prog_load, 2529",
        "436, bpf_prog_load, 2521",
        "449, bpf_check_uarg_tail_zero, 102",
        "462, bpf_check_uarg_tail_zero, 89",
        "475, __sys_bpf, 5068",
        "488, bpf_prog_load, 2540",
        "501, bpf_prog_load, 2540",
        "514, bpf_prog_load, 2548",
        "527, bpf_prog_load, 2548",
        "540, __sys_bpf, 5058",
        "554, bpf_prog_load, 2552"
    })
    void the_exit_that_returned_the_error_survives(int task, String function, int line) {
        Trail trail = reasoning.trail(lead(task), Choices.NONE, Watch.NONE);
        Step call = trail.steps().getFirst();
        assertTrue(call.title().contains("in task " + task), call::title);
        assertEquals(Grade.DERIVED, call.grade(), call::why);
        assertTrue(
                trail.verdict().exits().stream()
                        .filter(e -> e.state() != JudgedExit.State.ELIMINATED)
                        .anyMatch(e -> e.exit().function().equals(function)
                                && (e.exit().line() == line || e.exit().returnLine() == line)),
                () -> trail.verdict().summary());
        assertTrue(Told.left(trail.verdict()).size() <= 2, () -> trail.verdict().summary());
    }

    private static Lead lead(int task) {
        return reasoning.leads(Watch.NONE).stream()
                .filter(l -> l.title().contains("in task " + task + ":"))
                .findFirst()
                .orElseThrow();
    }
}
