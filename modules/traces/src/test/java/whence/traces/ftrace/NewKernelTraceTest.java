package whence.traces.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.Fixture;
import whence.traces.TraceFields;

/// Traces of Linux 7.2, with the options that change their columns: what its head says is followed.
class NewKernelTraceTest {
    private static Fixture trace(String name) {
        Fixture trace = Fixture.of("linux-7.2/" + name + ".txt");
        assertEquals("ftrace", trace.reader().format());
        return trace;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace-tgid",
                "trace-noirq",
                "trace-latency",
                "trace-probes",
                "trace-function-args",
                "trace-overrun"
            })
    void every_line_below_the_head_has_its_task_processor_and_time(String name) {
        Events events = trace(name).events();
        int seen = 0;
        for (int row = 0; row < events.count(); row++) {
            if (events.kind(row) != EventKind.TRACER && events.kind(row) != EventKind.OTHER) {
                assertTrue(events.pid(row) > 0 && events.timeNs(row) > 0);
                assertTrue(events.number(Fields.CPU, row) >= 0);
                seen++;
            }
        }
        assertTrue(seen > 10);
    }

    @Test
    void a_name_may_hold_dashes_spaces_brackets_and_a_line_end() {
        Fixture tgid = trace("trace-tgid");
        int row = tgid.find("sys_openat(dfd: 4294967196");
        assertEquals("my task-1 [x]", tgid.events().text(Fields.COMM, row));
        assertEquals("openat", tgid.events().text(Fields.CALL, row));
        assertEquals(
                2,
                tgid.input()
                        .bytes()
                        .text(tgid.events().offset(row), tgid.events().length(row))
                        .lines()
                        .count());
        assertTrue(tgid.text(row).startsWith("sys_openat("), tgid.text(row));
        Fixture probes = trace("trace-probes");
        assertEquals("my task-1 [x]", probes.events().text(Fields.COMM, probes.find("fopen:")));
    }

    @Test
    void the_fields_of_an_event_are_opened() {
        Fixture tgid = trace("trace-tgid");
        Detail call = tgid.reader().detail(tgid.input(), tgid.events(), tgid.find("sys_openat(dfd: 4294967196"));
        assertEquals(
                List.of(
                        Detail.leaf("dfd", "4294967196"),
                        Detail.leaf("filename", "850635760 \"/proc/self/comm\""),
                        Detail.leaf("flags", "O_WRONLY|O_CREAT|O_TRUNC"),
                        Detail.leaf("mode", "0666")),
                call.children());
        Fixture plain = Fixture.ofText(
                "  my-sh-12 [000] ..... 5.000001: sched_process_exec: filename=/bin/my file pid=12 old_pid=12\n"
                        .repeat(3));
        assertEquals(
                List.of(
                        Detail.leaf("filename", "/bin/my file"),
                        Detail.leaf("pid", "12"),
                        Detail.leaf("old_pid", "12")),
                plain.reader().detail(plain.input(), plain.events(), 0).children());
    }

    @Test
    void the_answer_of_a_call_is_a_result() {
        Fixture noirq = trace("trace-noirq");
        assertEquals(EventKind.RETURN, noirq.events().kind(noirq.find("sys_exit: NR 56 = 167")));
        assertEquals(167, noirq.events().number(Fields.RET, noirq.find("sys_exit: NR 56 = 167")));
        Fixture failed = Fixture.ofText("""
                     cat-12 [000] ..... 5.000001: sys_exit: NR 257 = -2
                     cat-12 [000] ..... 5.000002: sys_enter_openat:     dfd: 0xffffff9c, filename: 0x7f, flags: 0x0
                     cat-12 [000] ..... 5.000003: sys_exit_openat:      0xfffffffffffffffe
                """);
        assertEquals(2, failed.events().number(Fields.ERRNO, 0));
        assertEquals("openat", failed.events().text(Fields.CALL, 1));
        assertEquals(2, failed.events().number(Fields.ERRNO, 2));
        assertEquals("openat", failed.events().text(Fields.CALL, 2));
    }

    @Test
    void a_stamp_that_counts_from_the_trace_s_start_is_on_no_other_clock() {
        for (String name : List.of("trace-latency", "trace-verbose")) {
            Input boot = new Input(name, Fixture.bytes("linux-7.2/" + name + ".txt"), Map.of("trace_clock", "boot"));
            Fixture latency = Fixture.of(boot);
            int row = latency.find("sys_exit: NR 1 = 2");
            assertEquals(Clock.TRACE, latency.events().clock(row));
            assertEquals(37_709_000, latency.events().timeNs(row));
            assertEquals(108, latency.events().pid(row));
            assertEquals("sh", latency.events().text(Fields.COMM, row));
        }
    }

    @Test
    void a_trace_without_columns_is_events_without_time() {
        Fixture bare = trace("trace-nocontext");
        int row = bare.find("sched_process_fork");
        assertEquals(EventKind.FORK, bare.events().kind(row));
        assertEquals(167, bare.events().number(Fields.CHILD, row));
        assertEquals(Events.NO_TIME, bare.events().timeNs(row));
        assertEquals(3, bare.events().number(Fields.RET, bare.find("sys_openat -> 0x3")));
    }

    @Test
    void a_counting_clock_keeps_the_order() {
        Fixture counter = trace("trace-clock-counter");
        assertEquals(3, counter.events().timeNs(counter.find("sys_exit: NR 1 = 2")));
        assertEquals(4, counter.events().timeNs(counter.find("sys_enter: NR 33")));
    }

    @Test
    void a_function_with_arguments_is_a_function() {
        Fixture function = trace("trace-function-args");
        int row = function.find("vfs_readlink(dentry=");
        assertEquals(EventKind.PROBE, function.events().kind(row));
        assertEquals("vfs_readlink", function.events().text(Fields.FUNCTION, row));
        assertNull(function.events().text(Fields.CALL, row));
    }

    @Test
    void where_a_return_goes_is_not_said_by_a_trampoline() {
        Fixture probes = trace("trace-probes");
        for (String hidden : List.of("open_ret: ([unknown/kretprobe'd]", "open_noname: (return_to_handler+0x0/0x50")) {
            int row = probes.find(hidden);
            assertEquals(EventKind.RETURN, probes.events().kind(row));
            assertEquals("do_sys_openat2", probes.events().text(Fields.FUNCTION, row));
            assertEquals(Events.NO_NUMBER, probes.events().number(TraceFields.SIZE, row));
            assertEquals(3, probes.events().number(Fields.RET, row));
            assertEquals(
                    Optional.empty(),
                    Hit.of(probes.input(), probes.events(), row).orElseThrow().caller());
        }
        int known = probes.find("fopen_ret: (__x64_sys_openat+0x54/0xa0");
        Hit hit = Hit.of(probes.input(), probes.events(), known).orElseThrow();
        assertEquals(Optional.of(new Place("__x64_sys_openat", 0x54, 0xa0, "")), hit.caller());
        assertEquals("do_sys_openat2", hit.function());
    }

    @Test
    void what_a_probe_fetched_is_its_result_only_where_nothing_else_can_be_meant() {
        Fixture returns = Fixture.ofText("""
                     cat-12 [000] ..... 5.000001: a: (f+0x1/0x2 <- g) arg1=-22
                     cat-12 [000] ..... 5.000002: b: (f+0x1/0x2 <- g) arg1=-22 arg2=5
                     cat-12 [000] ..... 5.000003: c: (f+0x1/0x2 <- g) n="a } \\" b=7" ret=0xffffffea
                     cat-12 [000] ..... 5.000004: d: (f+0x1/0x2 <- g) ret=18446744073709551594
                """);
        assertEquals(-22, returns.events().number(Fields.RET, 3));
        assertEquals(-22, returns.events().number(Fields.RET, 0));
        assertEquals(Events.NO_NUMBER, returns.events().number(Fields.RET, 1));
        assertEquals(-22, returns.events().number(Fields.RET, 2));
    }

    @Test
    void what_a_program_writes_into_the_trace_may_have_several_lines() {
        Fixture marks = Fixture.ofText("""
                # tracer: nop
                #
                #           TASK-PID     CPU#     TIMESTAMP  FUNCTION
                     cat-12 [000] ..... 5.000001: tracing_mark_write: first
                second
                     cat-12 [000] ..... 5.000002: tracing_mark_write.llvm.8232844412049014381: x
                """);
        assertEquals(5, marks.events().count());
        assertEquals(EventKind.MARK, marks.events().kind(3));
        assertEquals(EventKind.MARK, marks.events().kind(4));
    }

    @Test
    void losses_stand_where_they_were() {
        List<Loss> overrun = trace("trace-overrun").events().losses();
        assertEquals(1, overrun.size());
        assertEquals(1994 - 501, overrun.getFirst().count());
        assertEquals(
                "the ring buffer was overwritten before it was read",
                overrun.getFirst().why());
        Fixture pipe = trace("trace_pipe-lost");
        List<Loss> lost = pipe.events().losses();
        assertEquals(List.of(277L, 190L, 758L), lost.stream().map(Loss::count).toList());
        assertEquals(0, lost.getFirst().span().offset());
        assertEquals(1, lost.getFirst().span().line());
        assertFalse(lost.getFirst().why().isEmpty());
    }

    @Test
    void probes_of_all_kinds_are_definitions() {
        Fixture events = Fixture.of("linux-7.2/dynamic_events.txt");
        assertEquals("kprobe_events", events.reader().format());
        assertEquals(6, events.events().count());
        assertEquals("do_sys_openat2", events.events().text(Fields.FUNCTION, events.find("f:fprobes/fopen_ret")));
        assertEquals("x", events.events().text(Fields.PROBE, events.find("e:eprobe/x")));
        List<ProbeDefinition> all = ProbeDefinition.all(events.input());
        assertTrue(all.get(1).isReturn());
        assertTrue(all.get(4).isReturn());
        assertEquals("$retval", all.get(2).fetched().get("arg1"));
    }
}
