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
import whence.trail.Choices;
import whence.trail.Lead;
import whence.trail.Reasoning;

/// Sessions of one artifact, and artifacts that tell of one thing more than once.
class RunLeadsTest {
    private static final String TRACE = """
                       <...>-423     [001] .....    25.100000: sys_bpf: (__sys_bpf+0x0/0x2820) cmd=5 size=144
                       <...>-423     [001] .....    25.100010: prog_load: (bpf_prog_load+0x0/0xb00) prog_type=1
                       <...>-423     [001] .....    25.100020: prog_load_ret: (__sys_bpf+0x51/0x2820 <- bpf_prog_load) ret=-22
                       <...>-423     [001] .....    25.100030: sys_bpf_ret: (__x64_sys_bpf+0x1c/0x20 <- __sys_bpf) ret=-22
                       <...>-430     [001] .....    26.100000: sys_bpf: (__sys_bpf+0x0/0x2820) cmd=5 size=144
                       <...>-430     [001] .....    26.100030: sys_bpf_ret: (__x64_sys_bpf+0x1c/0x20 <- __sys_bpf) ret=7
            """;

    @TempDir
    private Path folder;

    @Test
    void a_run_that_gave_an_error_is_a_lead_where_nobody_traced_the_calls() throws Exception {
        write("trace_pipe.txt", TRACE);
        List<Lead> leads = leads();
        assertEquals(
                List.of("__sys_bpf returned -EINVAL in task 423: 1 of 2 runs that the probes saw did"),
                leads.stream().map(Lead::title).toList());
        assertEquals(4, leads.getFirst().span().line());
        assertTrue(leads.getFirst().lacks().toString().contains("a trace of system calls"), leads::toString);
    }

    @Test
    void its_trail_begins_with_the_run() throws Exception {
        write("trace_pipe.txt", TRACE);
        try (Session session = open()) {
            Reasoning reasoning = Reasoning.of(session);
            Lead lead = reasoning.leads(Watch.NONE).getFirst();
            assertEquals(
                    "__sys_bpf = -EINVAL in task 423",
                    reasoning
                            .trail(lead, Choices.NONE, Watch.NONE)
                            .steps()
                            .getFirst()
                            .title());
        }
    }

    @Test
    void a_task_whose_calls_were_traced_has_its_leads_from_them() throws Exception {
        write("trace_pipe.txt", TRACE);
        write("strace.txt", "423 14:00:40.050244 bpf(BPF_PROG_LOAD, {}, 144) = -1 EINVAL (Invalid argument)\n");
        assertEquals(
                List.of("strace.txt"),
                leads().stream().map(l -> l.span().artifact()).toList());
    }

    @Test
    void calls_that_only_tracepoints_saw_are_leads_and_have_a_trail() throws Exception {
        write("modload.txt", """
                Attaching 2 probes...
                NSECS              TIME                 PID     TID     COMM             EVENT
                1000000000         10:00:00.000000      44      44      insmod           finit_module fd=3 uargs="" flags=0x0
                1000900000         10:00:00.000900      44      44      insmod           finit_module ret=-8 dur_us=900
                2000000000         10:00:01.000000      45      45      insmod           finit_module fd=3 uargs="" flags=0x0
                2000900000         10:00:01.000900      45      45      insmod           finit_module ret=0 dur_us=900
                """);
        try (Session session = open()) {
            Reasoning reasoning = Reasoning.of(session);
            List<Lead> leads = reasoning.leads(Watch.NONE);
            assertEquals(
                    List.of("finit_module of insmod failed with ENOEXEC in task 44: 1 of 2 finit_module calls did"),
                    leads.stream().map(Lead::title).toList());
            assertEquals(
                    "finit_module = -ENOEXEC in task 44",
                    reasoning
                            .trail(leads.getFirst(), Choices.NONE, Watch.NONE)
                            .steps()
                            .getFirst()
                            .title());
        }
    }

    @Test
    void a_message_that_journalctl_hid_says_how_to_get_it() throws Exception {
        write("journal-short.txt", "Nov 20 21:54:03 lab kernel: [33B blob data]\n");
        List<Lead> leads = leads();
        assertEquals(List.of("[33B blob data]"), leads.stream().map(Lead::title).toList());
        assertTrue(leads.getFirst().lacks().getFirst().contains("journalctl --all -o export"), leads::toString);
    }

    @Test
    void a_refusal_that_three_artifacts_of_one_log_hold_is_one_and_no_second_lead() throws Exception {
        String line = "trace_kprobe: Could not probe notrace function strncpy_from_user\n";
        write("dmesg.txt", "[   24.100000] " + line);
        write("dmesg-r.txt", "<4>[   24.100000] " + line);
        write("kmsg.raw", "4,900,24100000,-;" + line);
        List<Lead> leads = leads();
        assertEquals(List.of(1), leads.stream().map(Lead::count).toList(), leads::toString);
        assertEquals(Lead.Kind.REFUSED_PROBE, leads.getFirst().kind());
    }

    @Test
    void messages_that_begin_alike_and_go_on_otherwise_are_one() throws Exception {
        StringBuilder journal = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            journal.append("{\"__REALTIME_TIMESTAMP\":\"179521160000030")
                    .append(i)
                    .append(
                            "\",\"PRIORITY\":\"3\",\"SYSLOG_IDENTIFIER\":\"shop\",\"MESSAGE\":\"pool exhausted\\n\\tat ")
                    .append("xyz".charAt(i))
                    .append(".borrow(Pool.java)\"}\n");
        }
        write("journal.json", journal.toString());
        List<Lead> leads = leads();
        assertEquals(1, leads.size(), leads::toString);
        assertEquals("pool exhausted", leads.getFirst().title());
        assertEquals(3, leads.getFirst().count());
    }

    private List<Lead> leads() throws SessionException {
        try (Session session = open()) {
            return Reasoning.of(session).leads(Watch.NONE);
        }
    }

    private Session open() throws SessionException {
        return Session.open(List.of(folder.resolve("capture")), folder.resolve("state"), Watch.NONE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }
}
