package whence.traces.bcc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import whence.evidence.EventKind;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.TraceFields;

class BccReadersTest {
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
}
