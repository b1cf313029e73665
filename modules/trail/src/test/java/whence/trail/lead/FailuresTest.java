package whence.trail.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bytes.Watch;
import whence.session.Session;
import whence.session.SessionException;
import whence.trail.Lead;
import whence.trail.Leads;

/// Which failures are unusual is measured in the session itself.
class FailuresTest {
    @TempDir
    private Path folder;

    @Test
    void one_failure_among_many_calls_leads_before_those_that_always_fail() throws Exception {
        StringBuilder trace = new StringBuilder(run(100, "loader"));
        for (int i = 0; i < 4; i++) {
            trace.append("100 14:00:01.00000")
                    .append(i)
                    .append(" madvise(0x7f0000000000, 4096, 0x63) = -1 ENOSYS (x)\n");
        }
        for (int i = 0; i < 30; i++) {
            trace.append("100 14:00:02.0000").append(10 + i).append(" bpf(BPF_MAP_CREATE, {}, 120) = 3\n");
        }
        trace.append("100 14:00:03.000000 bpf(BPF_PROG_LOAD, {}, 120) = -1 EINVAL (Invalid argument)\n");
        List<Lead> leads = leads(trace.toString());
        assertEquals(
                "bpf(BPF_PROG_LOAD, …) of loader failed with EINVAL in task 100: the only one of 31 bpf calls that"
                        + " did",
                leads.getFirst().title());
        assertTrue(leads.getLast().title().contains("4 of 4 madvise calls did"), leads::toString);
        assertTrue(leads.getFirst().severity() < leads.getLast().severity());
    }

    @Test
    void what_most_programs_live_with_comes_last() throws Exception {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            trace.append(run(200 + i, "program" + i))
                    .append(200 + i)
                    .append(" 14:00:01.000000 arch_prctl(0x3001, 0x7ffe0000) = -1 EINVAL (Invalid argument)\n");
        }
        trace.append("204 14:00:02.000000 mount(\"x\", \"/mnt\", \"ext4\", 0, NULL) = -1 EINVAL (Invalid argument)\n");
        List<Lead> leads = leads(trace.toString());
        assertTrue(leads.getFirst().title().startsWith("mount("), leads::toString);
        assertTrue(leads.getLast().title().endsWith("in 5 programs"), leads::toString);
    }

    @Test
    void one_program_that_always_fails_is_not_everyday_however_often_it_ran() throws Exception {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            trace.append(run(300 + i, "loader"))
                    .append(300 + i)
                    .append(" 14:00:01.000000 bpf(BPF_PROG_LOAD, {}, 120) = -1 EINVAL (Invalid argument)\n");
        }
        List<Lead> leads = leads(trace.toString());
        assertEquals(1, leads.size(), "what it does alike in eight tasks is one thing");
        assertEquals(8, leads.getFirst().count());
        assertEquals(Severity.FAILED_CALL, leads.getFirst().severity());
        assertEquals(
                "bpf(BPF_PROG_LOAD, …) of loader failed with EINVAL in 8 tasks: 8 of 8 bpf calls did",
                leads.getFirst().title());
    }

    @Test
    void what_a_program_does_in_every_task_while_such_calls_mostly_work_comes_behind() throws Exception {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            trace.append(run(300 + i, "bash"))
                    .append(300 + i)
                    .append(" 14:00:01.000000 fcntl(255, F_GETFD) = -1 EBADF (Bad file descriptor)\n")
                    .append(300 + i)
                    .append(" 14:00:01.000001 fcntl(2, F_GETFD) = 0\n")
                    .append(300 + i)
                    .append(" 14:00:01.000002 fcntl(1, F_GETFD) = 0\n");
        }
        trace.append("304 14:00:02.000000 mount(\"x\", \"/mnt\", \"ext4\", 0, NULL) = -1 EINVAL (Invalid argument)\n");
        List<Lead> leads = leads(trace.toString());
        assertEquals(2, leads.size(), leads::toString);
        assertTrue(leads.getFirst().title().startsWith("mount("), leads::toString);
        assertEquals(Severity.HABIT, leads.getLast().severity());
        assertTrue(leads.getLast().title().contains("in 5 tasks"), leads::toString);
    }

    @Test
    void failures_of_one_program_with_other_arguments_stay_apart() throws Exception {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            trace.append(run(300 + i, "loader"))
                    .append(300 + i)
                    .append(" 14:00:01.000000 bpf(BPF_PROG_LOAD, {insn_cnt=")
                    .append(i)
                    .append("}, 120) = -1 EINVAL (Invalid argument)\n");
        }
        assertEquals(5, leads(trace.toString()).size());
    }

    @Test
    void a_failure_that_recurs_says_its_rhythm() throws Exception {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            trace.append(300 + i)
                    .append(" 14:0")
                    .append(i)
                    .append(":01.000000 execve(\"/usr/bin/loader\", [\"loader\"], 0x7ffe0000 /* 3 vars */) = 0\n")
                    .append(300 + i)
                    .append(" 14:0")
                    .append(i)
                    .append(":02.000000 finit_module(3, \"\", 0) = -1 ENOEXEC (Exec format error)\n");
        }
        List<Lead> leads = leads(trace.toString());
        assertTrue(leads.getFirst().title().endsWith(" (every 1 min, 6 times)"), leads::toString);
    }

    @Test
    void a_search_for_libraries_is_no_lead_even_when_it_failed_once() throws Exception {
        StringBuilder trace = new StringBuilder(run(400, "ls"));
        for (int i = 0; i < 40; i++) {
            trace.append("400 14:00:02.0000").append(10 + i).append(" openat(AT_FDCWD, \"/lib/x\", O_RDONLY) = 3\n");
        }
        trace.append("400 14:00:03.000000 openat(AT_FDCWD, \"/lib/tls/x\", O_RDONLY) = -1 ENOENT (No such file)\n");
        assertEquals(List.of(), leads(trace.toString()));
    }

    private static String run(int pid, String program) {
        return pid + " 14:00:00.000000 execve(\"/usr/bin/" + program + "\", [\"" + program
                + "\"], 0x7ffe0000 /* 3 vars */) = 0\n";
    }

    private List<Lead> leads(String strace) throws IOException, SessionException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve("strace.txt"), strace);
        try (Session session = Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE)) {
            return Leads.of(session, Watch.NONE);
        }
    }
}
