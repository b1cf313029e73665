package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.evidence.Grade;
import whence.session.SessionException;
import whence.trail.Assumption;
import whence.trail.Choices;
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

class CentosWalkTest {
    private static final String LINE = "libbpf: Error in bpf_object__probe_loading()";
    private static Trail trail;

    @BeforeAll
    static void walk_from_the_line() throws SessionException {
        trail = Sample.trail(Sample.packed("centos7-bpf-einval"), LINE, Choices.NONE);
    }

    @Test
    void the_first_lead_is_the_line_of_libbpf() throws SessionException {
        assertTrue(Sample.leads(Sample.packed("centos7-bpf-einval"))
                .getFirst()
                .title()
                .startsWith(LINE));
    }

    @Test
    void the_line_is_joined_to_the_only_call_that_failed_so() {
        assertEquals(Grade.DERIVED, trail.steps().getFirst().grade());
        assertTrue(Told.step(trail, "bpf = -EINVAL in task 10975")
                .why()
                .contains("prog_type=BPF_PROG_TYPE_SOCKET_FILTER"));
    }

    @Test
    void the_source_of_the_kernel_that_ran_leaves_one_exit() {
        assertEquals(Verdict.State.ONE, trail.verdict().state());
        assertEquals(List.of(1181), Told.left(trail.verdict()));
        assertTrue(String.valueOf(trail.verdict().source()).startsWith("RHEL 7.7"));
    }

    @Test
    void the_boot_parameter_that_nobody_captured_is_named() {
        assertTrue(trail.verdict().summary().contains("bpftest"));
    }

    @Test
    void the_weakest_premise_is_one_that_is_assumed() {
        Verdict.Premise weakest = trail.verdict().weakest();
        assertNotNull(weakest);
        assertEquals(Grade.ASSUMED, weakest.grade());
    }

    @Test
    void the_mainline_source_leaves_none() {
        assertEquals(1, trail.otherSources().size());
        assertEquals(Verdict.State.NONE, trail.otherSources().getFirst().state());
        assertEquals(Step.Kind.PATCH, trail.steps().getLast().kind());
    }

    @Test
    void the_fragments_give_the_same_verdict_once_the_user_assumes_that_runs_failed_alike(@TempDir Path folder)
            throws IOException, SessionException {
        Sample fragments = Sample.unpack("centos7-bpf-einval", folder)
                .changing(
                        "strace.txt",
                        t -> t.replaceAll("(?m)^\\d+ [0-9:.]+ ", "").replaceAll("(?m) <[0-9.]+>$", ""));
        Trail pooled = fragments.trail(LINE, Choices.NONE.assuming(Assumption.RUNS_FAILED_ALIKE));
        assertEquals(Verdict.State.ONE, pooled.verdict().state());
        assertEquals(Told.left(trail.verdict()), Told.left(pooled.verdict()));
    }
}
