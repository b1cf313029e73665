package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.evidence.Grade;
import whence.session.SessionException;
import whence.trail.Assumption;
import whence.trail.Choices;
import whence.trail.Trail;
import whence.trail.Verdict;

/// What must not be concluded, case by case, on the third founding case with something taken away.
class RefusalsTest {
    private static final String LINE = "libbpf: Error in bpf_object__probe_loading()";

    @TempDir
    private Path folder;

    @Test
    void probes_alone_never_leave_one() throws IOException, SessionException {
        Trail trail = centos().without("strace.txt").trail(LINE, Choices.NONE);
        assertEquals(Verdict.State.SEVERAL, trail.verdict().state());
        assertTrue(Told.left(trail.verdict()).contains(1181));
        int left = Told.left(trail.verdict()).size();
        assertTrue(left == 2 || left == 3, () -> trail.verdict().summary());
    }

    @Test
    void a_trace_that_lost_events_eliminates_nothing_by_absence() throws IOException, SessionException {
        Sample lost = centos().without("strace.txt")
                .changing("trace_pipe.txt", t -> t.replaceFirst("\n", "\nCPU:1 [LOST 3 EVENTS]\n"));
        Trail trail = lost.trail(LINE, Choices.NONE);
        assertFalse(Told.byAbsence(trail.verdict()), () -> trail.verdict().summary());
        assertTrue(Told.left(trail.verdict()).size() > 3);
    }

    @Test
    void a_trace_that_lost_nothing_does_eliminate_by_absence() throws IOException, SessionException {
        Trail trail = centos().without("strace.txt").trail(LINE, Choices.NONE);
        assertTrue(Told.byAbsence(trail.verdict()));
    }

    @Test
    void a_tracer_that_stopped_before_the_failure_is_insufficient() throws IOException, SessionException {
        Sample stopped = centos().changing("trace_pipe.txt", t -> t.substring(0, t.indexOf("             cmd-10975")));
        Trail trail = stopped.trail(LINE, Choices.NONE);
        assertFalse(Told.byAbsence(trail.verdict()));
        assertEquals(
                Verdict.State.INSUFFICIENT,
                trail.verdict().state(),
                () -> trail.verdict().toString());
    }

    @Test
    void two_runs_without_a_pid_and_a_common_time_are_not_pooled() throws IOException, SessionException {
        Trail trail = fragments().trail(LINE, Choices.NONE);
        assertEquals(
                Verdict.State.INSUFFICIENT,
                trail.verdict().state(),
                () -> trail.verdict().summary());
        assertFalse(Told.byAbsence(trail.verdict()));
    }

    @Test
    void the_assumption_that_every_run_failed_alike_pools_them() throws IOException, SessionException {
        Trail trail = fragments().trail(LINE, Choices.NONE.assuming(Assumption.RUNS_FAILED_ALIKE));
        assertTrue(Told.byAbsence(trail.verdict()));
        assertTrue(Told.left(trail.verdict()).contains(1181));
        assertNotEquals(Verdict.State.INSUFFICIENT, trail.verdict().state());
        assertTrue(trail.toString().contains("the user assumes that every run failed alike"));
    }

    @Test
    void an_ambiguous_name_is_not_known_to_have_been_missed() throws IOException, SessionException {
        Sample twice = centos().without("strace.txt").with("kallsyms.txt", """
                ffffffff81000000 T _text
                ffffffff81100000 t bpf_prog_load
                ffffffff81200000 t strncpy_from_user
                ffffffff81300000 t strncpy_from_user
                """);
        Trail trail = twice.trail(LINE, Choices.NONE);
        assertFalse(Told.byAbsence(trail.verdict()), () -> trail.verdict().summary());
    }

    @Test
    void a_line_printed_by_a_load_that_then_succeeds_claims_no_failure() throws IOException, SessionException {
        Sample session = Sample.empty(folder)
                .manifest("""
                        {"schema": 1, "title": "a warning", "host": {"release": "6.1.0-1-test"},
                         "artifacts": [{"path": "artifacts/kmsg.txt", "format": "kmsg"},
                          {"path": "artifacts/modload.txt", "format": "bpftrace"}],
                         "sources": [{"label": "made up", "kind": "artifact", "path": "artifacts/src/",
                          "releases": ["6.1.0-1-test"]}]}
                        """)
                .with("kmsg.txt", "3,9,1000200,-;frob: bad padding in section 4\n")
                .with("modload.txt", """
                        Attaching 2 probes...
                        NSECS              TIME                 PID     TID     COMM             EVENT
                        1000000000         10:00:00.000000      44      44      insmod           finit_module fd=3 uargs="" flags=0x0
                        1000900000         10:00:00.000900      44      44      insmod           finit_module ret=0 dur_us=900
                        """)
                .with("src/kernel/frob.c", """
                        static int frob(int n)
                        {
                        	if (n > 3)
                        		pr_err("frob: bad padding in section %d\\n", n);
                        	return 0;
                        }

                        SYSCALL_DEFINE3(finit_module, int, fd, const char __user *, uargs, int, flags)
                        {
                        	return frob(fd);
                        }
                        """);
        Trail trail = session.trail("bad padding", Choices.NONE);
        assertEquals(Verdict.State.INSUFFICIENT, trail.verdict().state());
        assertTrue(
                trail.verdict().summary().contains("did not fail"),
                () -> trail.verdict().summary());
    }

    @Test
    void a_line_and_a_call_of_one_boot_are_paired_by_their_clocks() throws IOException, SessionException {
        Trail trail = frob(printed("11111111111111111111111111111111")).trail("bad padding", Choices.NONE);
        Told.step(trail, "It belongs to one call");
        assertEquals(
                Verdict.State.ONE,
                trail.verdict().state(),
                () -> trail.verdict().summary());
    }

    @Test
    void what_strace_alone_saw_is_assumed_to_have_printed_the_line() throws IOException, SessionException {
        Trail trail = straced(
                        "44 1795211600.000100 finit_module(3, \"\", 0) = -1 ENOEXEC (Exec format error) <0.000500>\n")
                .trail("bad padding", Choices.NONE);
        assertEquals(Grade.ASSUMED, Told.step(trail, "It belongs to one call").grade());
        assertEquals(Verdict.State.ONE, trail.verdict().state());
        Verdict.Premise weakest = trail.verdict().weakest();
        assertTrue(weakest != null && weakest.grade() == Grade.ASSUMED, () -> String.valueOf(weakest));
    }

    @Test
    void two_calls_around_a_line_are_not_told_apart() throws IOException, SessionException {
        Trail trail = straced("""
                44 1795211600.000100 finit_module(3, "", 0) = -1 ENOEXEC (Exec format error) <0.000500>
                45 1795211600.000150 finit_module(3, "", 0) = -1 ENOEXEC (Exec format error) <0.000500>
                """).trail("bad padding", Choices.NONE);
        assertEquals(Verdict.State.INSUFFICIENT, trail.verdict().state());
        List<String> tools =
                trail.nextProbes().stream().map(Trail.NextProbe::tool).toList();
        assertEquals(List.of("bpftrace", "perf", "kprobe_events"), tools);
        assertTrue(trail.nextProbes().getFirst().text().contains("sys_exit_finit_module"));
    }

    @Test
    void a_call_of_another_hour_did_not_print_the_line() throws IOException, SessionException {
        Trail trail = straced("""
                44 1795215200.000100 finit_module(3, "", 0) = -1 ENOEXEC (Exec format error) <0.000500>
                """).trail("bad padding", Choices.NONE);
        assertEquals(
                Verdict.State.INSUFFICIENT,
                trail.verdict().state(),
                () -> trail.verdict().summary());
    }

    private Sample straced(String strace) throws IOException {
        return frob(printed("11111111111111111111111111111111"))
                .without("modload.txt")
                .with("strace.txt", strace);
    }

    @Test
    void two_boots_have_no_order() throws IOException, SessionException {
        String other = printed("22222222222222222222222222222222").replace("bad padding in section 4", "fine");
        Trail trail = frob(printed("11111111111111111111111111111111") + other).trail("bad padding", Choices.NONE);
        assertEquals(
                Verdict.State.INSUFFICIENT,
                trail.verdict().state(),
                () -> trail.verdict().summary());
        assertFalse(trail.toString().contains("belongs to one call"));
    }

    @Test
    void a_clock_without_anchor_is_not_guessed() throws IOException, SessionException {
        Sample relative = frob(printed("11111111111111111111111111111111"))
                .without("modload.txt")
                .with("strace.txt", """
                        44   0.000000 finit_module(3, "", 0) = -1 ENOEXEC (Exec format error)
                        45   0.000700 finit_module(3, "", 0) = -1 ENOEXEC (Exec format error)
                        """);
        Trail trail = relative.trail("bad padding", Choices.NONE);
        assertEquals(
                Verdict.State.INSUFFICIENT,
                trail.verdict().state(),
                () -> trail.verdict().summary());
        assertTrue(
                trail.verdict().summary().contains("no clock joins them"),
                () -> trail.verdict().summary());
    }

    private static String printed(String boot) {
        return "{\"__REALTIME_TIMESTAMP\":\"1795211600000300\",\"__MONOTONIC_TIMESTAMP\":\"1000300\","
                + "\"_BOOT_ID\":\"" + boot + "\",\"_TRANSPORT\":\"kernel\",\"PRIORITY\":\"3\","
                + "\"_SOURCE_MONOTONIC_TIMESTAMP\":\"1000200\",\"SYSLOG_IDENTIFIER\":\"kernel\","
                + "\"MESSAGE\":\"frob: bad padding in section 4\"}\n";
    }

    /// A module load that fails right after it printed, on a source made up for it.
    private Sample frob(String journal) throws IOException {
        return Sample.empty(folder)
                .manifest("""
                        {"schema": 1, "title": "a failure", "host": {"release": "6.1.0-1-test"},
                         "artifacts": [{"path": "artifacts/journal.json", "format": "journal-json"},
                          {"path": "artifacts/modload.txt", "format": "bpftrace"}],
                         "sources": [{"label": "made up", "kind": "artifact", "path": "artifacts/src/",
                          "releases": ["6.1.0-1-test"]}]}
                        """)
                .with("journal.json", journal)
                .with("modload.txt", """
                        Attaching 2 probes...
                        NSECS              TIME                 PID     TID     COMM             EVENT
                        1000000000         10:00:00.000000      44      44      insmod           finit_module fd=3 uargs="" flags=0x0
                        1000900000         10:00:00.000900      44      44      insmod           finit_module ret=-8 dur_us=900
                        """)
                .with("src/kernel/frob.c", """
                        static int frob(int n)
                        {
                        	if (n > 2) {
                        		pr_err("frob: bad padding in section %d\\n", n);
                        		return -ENOEXEC;
                        	}
                        	return 0;
                        }

                        SYSCALL_DEFINE3(finit_module, int, fd, const char __user *, uargs, int, flags)
                        {
                        	return frob(fd);
                        }
                        """);
    }

    private Sample centos() throws IOException, SessionException {
        return Sample.unpack("centos7-bpf-einval", folder);
    }

    /// As the story gives them: an strace without pid and time, and a trace of another run.
    private Sample fragments() throws IOException, SessionException {
        return centos().changing(
                        "strace.txt",
                        t -> t.replaceAll("(?m)^\\d+ [0-9:.]+ ", "").replaceAll("(?m) <[0-9.]+>$", ""));
    }
}
