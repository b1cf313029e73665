package whence.traces.bcc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.TraceFields;

/// Outputs in the layouts that the tools' manuals describe; all values are made up.
class BccReadersTest {
    private static void stacks(Fixture trace, int row, int frames) {
        assertEquals(
                frames,
                trace.reader()
                        .detail(trace.input(), trace.events(), row)
                        .children()
                        .size());
    }

    @Test
    void execsnoops_header_names_its_columns_and_names_may_hold_spaces() {
        Fixture execs = Fixture.ofText("""
                PCOMM            PID     PPID    RET ARGS
                ls               1234    1200      0 /bin/ls -l /etc
                Web Content      1235    1200      0 /usr/lib/firefox/firefox -c
                """);
        assertEquals("bcc", execs.reader().format());
        assertEquals(EventKind.EXEC, execs.events().kind(2));
        assertEquals("Web Content", execs.events().text(Fields.COMM, 2));
        assertEquals(1235, execs.events().pid(2));
        assertEquals(1200, execs.events().number(Fields.PPID, 2));
    }

    @Test
    void an_error_of_opensnoop_is_an_errno() {
        Fixture opens = Fixture.ofText("""
                PID     COMM               FD ERR PATH
                1576    snmpd              11   0 /proc/sys/net
                1576    snmpd              -1   2 /proc/x
                """);
        assertEquals(2, opens.events().number(Fields.ERRNO, 2));
    }

    @Test
    void capable_has_a_user_and_trace_a_function_and_both_may_lose_samples() {
        Fixture capable = Fixture.ofText("""
                TIME      UID    PID    COMM             CAP  NAME                 AUDIT
                22:11:23  114    2676   snmpd            12   CAP_NET_ADMIN        1
                """);
        assertEquals(114, capable.events().number(TraceFields.UID, 1));
        Fixture trace = Fixture.ofText("""
                TIME     PID     TID     COMM            FUNC             -
                05:18:23 4490    4490    dd              sys_read         read 1048576 bytes
                Possibly lost 12 samples
                """);
        assertEquals("sys_read", trace.events().text(Fields.PROBE, 1));
        assertEquals(12, trace.events().losses().getFirst().count());
    }

    @Test
    void retsnoops_stack_says_what_each_function_returned() {
        Fixture stack = Fixture.ofText("""
                Receiving data...
                20:19:36.372607 -> 20:19:36.372682 TID/PID 8346/8346 (simfail/simfail):

                                    entry_SYSCALL_64_after_hwframe+0x63  (arch/x86/entry/entry_64.S:120:0)
                    73us [-ENOMEM]  __x64_sys_bpf+0x1a                   (kernel/bpf/syscall.c:5067:1)
                !*   4us [-ENOMEM]  array_map_alloc
                """);
        assertEquals("retsnoop", stack.reader().format());
        int inner = stack.find("array_map_alloc");
        assertEquals(EventKind.RETURN, stack.events().kind(inner));
        assertEquals("array_map_alloc", stack.events().text(Fields.FUNCTION, inner));
        assertEquals(12, stack.events().number(Fields.ERRNO, inner));
        assertEquals(8346, stack.events().pid(inner));
        assertEquals(4000, stack.events().number(Fields.DURATION_NS, inner));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TIME(s) PCOMM            PID     PPID    RET ARGS              | 4.211   modprobe         6107    6100     -8 /sbin/modprobe dummy | EXEC | 6107 | -8",
                "TIME     UID   PCOMM            PID    PPID   RET ARGS         | 06:07:08 1001  id               6108   6100     0 /usr/bin/id -u     | EXEC | 6108 | 0",
                "TIME(s)       PID    COMM               FD ERR PATH            | 0.000113000   6109   insmod             -1   2 /lib/none.ko          | TRACEPOINT | 6109 |",
                "UID   PID    COMM               FD ERR FLAGS    PATH           | 0     6110   insmod              3   0 00000002 /dev/null              | TRACEPOINT | 6110 |",
                "TIME      PID    COMM             SIG  TPID   RESULT           | 06:07:09  6111   bash             9    6112   -3                        | TRACEPOINT | 6111 | -3",
                "TIME-CET     LABEL  PCOMM            PID    PPID   TID    AGE(s)  EXIT_CODE | 06:07:10.231 lab    insmod           6113   6100   6113   0.02    code 1 | EXIT | 6113 |",
                "TIME      UID    PID    TID    COMM             CAP  NAME                 AUDIT  INSETID | 06:07:11  0      6114   6114   bpfcase          39   CAP_BPF              1      0 | TRACEPOINT | 6114 |",
                "TIME     CPU PID     TID     COMM            FUNC             -  | 06:07:12 1   6115    6115    insmod          load_module      flags=0        | PROBE | 6115 |",
                "PID    COMM                SYS              RET ARGs             | 6116   server             SHMAT     7f1cf8b1f000 shmid: 0x1             | TRACEPOINT | 6116 |"
            })
    void the_optional_columns_of_the_tools_are_read(
            String header, String line, EventKind kind, int pid, Long returned) {
        Fixture trace = Fixture.ofText(header + "\n" + line + "\n");
        assertEquals("bcc", trace.reader().format());
        assertEquals(kind, trace.events().kind(1));
        assertEquals(pid, trace.events().pid(1));
        assertEquals(
                returned == null ? Events.NO_NUMBER : returned, trace.events().number(Fields.RET, 1));
    }

    @Test
    void stacks_belong_to_the_row_above_them() {
        Fixture capable = Fixture.ofText("""
                TIME      UID    PID    COMM             CAP  NAME                 AUDIT
                06:07:13  0      6117   bpfcase          39   CAP_BPF              1
                        cap_capable+0x1 [kernel]
                        bpf_prog_load+0x162 [kernel]
                06:07:14  0      6118   bpfcase          21   CAP_SYS_ADMIN        1
                        cap_capable+0x1 [kernel]
                """);
        assertEquals(3, capable.events().count());
        stacks(capable, 1, 2);
        stacks(capable, 2, 1);
        Fixture trace = Fixture.ofText("""
                PID     TID     COMM            FUNC             -
                6119    6120    insmod          load_module      0
                        7f6c72b6497a syscall+0x1a [libc.so.6]
                              627fef main+0x46f [insmod]
                """);
        assertEquals(2, trace.events().count());
        stacks(trace, 1, 2);
    }

    @Test
    void oomkill_says_who_set_it_off() {
        Fixture oom = Fixture.ofText("""
                Tracing oom_kill_process()... Ctrl-C to end.
                06:07:15 Triggered by PID 6121 ("my app"), OOM kill of PID 6122 ("java"), 1000 pages, loadavg: 1.00
                """);
        assertEquals("bcc", oom.reader().format());
        assertEquals(EventKind.PROBE, oom.events().kind(1));
        assertEquals(6121, oom.events().pid(1));
        assertEquals("my app", oom.events().text(Fields.COMM, 1));
    }

    @Test
    void retsnoops_call_trace_says_each_entry_and_return() {
        Fixture trace = Fixture.ofText("""
                Receiving data...
                06:07:16.100001 -> 06:07:16.100200 TID/PID 6123/6123 (bpfcase/bpfcase):

                FUNCTION CALL TRACE            RESULT                 DURATION
                ----------------------------   --------------------  ---------
                → bpf_prog_load
                    ↔ bpf_prog_alloc           [0xffffc9000031e000]    5.539us
                    ← check_something          [void]                  1us
                ← bpf_prog_load                [-EINVAL]             374.697us

                                    entry_SYSCALL_64_after_hwframe+0x63  (arch/x86/entry/entry_64.S:120:0)
                !  374us [-EINVAL]  bpf_prog_load+0x1a                   (kernel/bpf/syscall.c:2067:1)
                !*   2us [NULL]     bpf_map_alloc_percpu
                Detaching... DONE in 251 ms.
                """);
        int left = trace.find("← bpf_prog_load");
        assertEquals(EventKind.RETURN, trace.events().kind(left));
        assertEquals(22, trace.events().number(Fields.ERRNO, left));
        assertEquals(374_697, trace.events().number(Fields.DURATION_NS, left));
        assertEquals(0, trace.events().number(TraceFields.DEPTH, left));
        int inner = trace.find("↔ bpf_prog_alloc");
        assertEquals(1, trace.events().number(TraceFields.DEPTH, inner));
        assertEquals(6123, trace.events().pid(inner));
        assertEquals(EventKind.PROBE, trace.events().kind(trace.find("→ bpf_prog_load")));
        int stack = trace.find("!  374us");
        assertEquals("bpf_prog_load", trace.events().text(Fields.FUNCTION, stack));
        assertEquals(22, trace.events().number(Fields.ERRNO, stack));
        assertEquals(EventKind.RETURN, trace.events().kind(trace.find("bpf_map_alloc_percpu")));
        assertEquals(EventKind.TRACER, trace.events().kind(trace.find("Detaching")));
    }
}
