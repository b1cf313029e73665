package whence.logs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.logs.LogReaders;
import whence.timeline.EventReader;
import whence.timeline.Events;
import whence.timeline.Input;

/// The reports are written for these tests after the shape of real ones; no driver of these names exists.
class KernelReportsTest {
    @Test
    void an_oops_of_x86_is_one_report_with_its_particulars() throws IOException {
        List<KernelReport> reports = reports("oops-x86.txt");
        assertEquals(1, reports.size());
        KernelReport oops = reports.getFirst();
        assertEquals(ReportKind.OOPS, oops.kind());
        assertEquals("BUG: kernel NULL pointer dereference", oops.title());
        assertEquals("widgetd", oops.task());
        assertEquals(4711, oops.pid());
        assertEquals(3, oops.cpu());
        assertEquals("GOE", oops.taint());
        assertEquals("widget_turn", oops.at().orElseThrow().function());
        assertEquals("widget", oops.at().orElseThrow().module());
        assertEquals(
                List.of("widget_ioctl", "__x64_sys_ioctl", "do_syscall_64"),
                oops.certainTrace().stream().map(Frame::function).toList());
        assertEquals(4, oops.trace().size());
        assertEquals("0000000000000000", oops.registers().get("RAX"));
        assertTrue(oops.code().contains("<48> 8b 40 18"));
        assertEquals(List.of("widget", "dummy", "virtio_net"), oops.modules());
        assertFalse(oops.cutOff());
        assertEquals(21, oops.rows().getLast());
    }

    @Test
    void a_warning_of_arm64_begins_where_it_was_cut() throws IOException {
        KernelReport warning = reports("warn-arm64.txt").getFirst();
        assertEquals(ReportKind.WARNING, warning.kind());
        assertEquals("WARNING: at drivers/gizmo/core.c:204 gizmo_settle+0x44/0x90", warning.title());
        assertEquals(0, warning.rows().getFirst());
        assertEquals("kworker/1:2", warning.task());
        assertEquals("", warning.taint());
        assertEquals(
                List.of("gizmo_settle", "gizmo_work", "process_one_work"),
                warning.trace().stream().map(Frame::function).toList());
    }

    @Test
    void reports_that_ran_into_each_other_are_told_apart_by_their_callers() throws IOException {
        List<KernelReport> reports = reports("interleaved-callers.txt");
        assertEquals(
                List.of(ReportKind.SANITIZER, ReportKind.SOFT_LOCKUP),
                reports.stream().map(KernelReport::kind).toList());
        assertEquals(
                List.of("dump_stack_lvl", "lever_pull"),
                reports.getFirst().trace().stream().map(Frame::function).toList());
        assertEquals("spin_round", reports.getLast().at().orElseThrow().function());
        assertEquals("lever", reports.getFirst().task());
    }

    @Test
    void s390x_and_ppc64_say_the_same_in_their_own_words() throws IOException {
        List<KernelReport> reports = reports("s390-ppc.txt");
        assertEquals(2, reports.size());
        assertEquals("channel_open", reports.getFirst().at().orElseThrow().function());
        assertEquals("channeld", reports.getFirst().task());
        assertEquals(
                List.of("channel_open", "do_sys_open"),
                reports.getFirst().trace().stream().map(Frame::function).toList());
        assertEquals("pump_water", reports.getLast().at().orElseThrow().function());
        assertEquals(
                List.of("pump_water", "do_one_initcall"),
                reports.getLast().trace().stream().map(Frame::function).toList());
    }

    @Test
    void lines_that_merely_look_like_reports_are_none() throws IOException {
        assertEquals(List.of(), reports("lookalikes.txt"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kernel BUG at mm/slub.c:305!                                            | BUG
            general protection fault, probably for non-canonical address 0xdead000000000108: 0000 [#1] SMP | OOPS
            Internal error: Oops: 0000000096000004 [#1] SMP                         | OOPS
            watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [kworker/1:1:55]      | SOFT_LOCKUP
            NMI watchdog: Watchdog detected hard LOCKUP on cpu 3                    | HARD_LOCKUP
            INFO: task kworker/u8:2:313 blocked for more than 120 seconds.          | HUNG_TASK
            rcu: INFO: rcu_preempt self-detected stall on CPU                       | RCU_STALL
            rcu: INFO: rcu_sched detected stalls on CPUs/tasks:                     | RCU_STALL
            WARNING: possible circular locking dependency detected                  | LOCKDEP
            WARNING: suspicious RCU usage                                           | LOCKDEP
            UBSAN: array-index-out-of-bounds in drivers/x/y.c:10:4                  | UNDEFINED_BEHAVIOUR
            stress-ng invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER), order=0  | OUT_OF_MEMORY
            kswapd0: page allocation failure: order:3, mode:0x40a20(GFP_ATOMIC)     | ALLOCATION_FAILURE
            Kernel panic - not syncing: VFS: Unable to mount root fs                | PANIC
            BUG: sleeping function called from invalid context at mm/slab.h:420     | BUG
            BUG: KFENCE: use-after-free read in f+0x1/0x2                           | SANITIZER
            """)
    void the_first_line_says_what_kind_of_report_it_is(String line, ReportKind kind) {
        Input input = new Input("dmesg.txt", Bytes.ofText("[    1.000000] " + line + "\n"));
        assertEquals(kind, reports(input).getFirst().kind());
    }

    private static List<KernelReport> reports(String resource) throws IOException {
        try (InputStream in = KernelReportsTest.class.getResourceAsStream("/reports/" + resource)) {
            return reports(
                    new Input(resource, Bytes.of(Objects.requireNonNull(in).readAllBytes())));
        }
    }

    private static List<KernelReport> reports(Input input) {
        EventReader dmesg = LogReaders.all().stream()
                .filter(r -> r.format().equals("dmesg"))
                .findFirst()
                .orElseThrow();
        Events events = dmesg.read(input, Watch.NONE);
        return KernelReports.in(events, row -> dmesg.text(input, events, row));
    }
}
