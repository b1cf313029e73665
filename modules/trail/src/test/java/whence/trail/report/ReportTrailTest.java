package whence.trail.report;

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
import whence.trail.Step;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The reports are written for these tests after the shape of real ones; no driver of these names exists.
class ReportTrailTest {
    private static final String OOPS = """
            [  101.000001] BUG: kernel NULL pointer dereference, address: 0000000000000018
            [  101.000005] Oops: 0000 [#1] PREEMPT SMP NOPTI
            [  101.000006] CPU: 3 PID: 4711 Comm: widgetd Tainted: G           OE      6.1.0-56-amd64 #1
            [  101.000008] RIP: 0010:widget_turn+0x12/0x80
            [  101.000014] Call Trace:
            [  101.000015]  <TASK>
            [  101.000016]  widget_ioctl+0x5a/0x110
            [  101.000017]  ? do_sys_openat2+0x9f/0x160
            [  101.000018]  __x64_sys_ioctl+0x8d/0xd0
            [  101.000019]  do_syscall_64+0x55/0xb0
            [  101.000020]  </TASK>
            [  101.000022] ---[ end trace 0000000000000000 ]---
            """;
    private static final String WARNING = """
            [   55.100000] ------------[ cut here ]------------
            [   55.100001] gizmo: invalid state, refused to settle
            [   55.100002] WARNING: CPU: 1 PID: 77 at drivers/gizmo/core.c:3 gizmo_settle+0x44/0x90
            [   55.100004] CPU: 1 PID: 77 Comm: kworker/1:2 Not tainted 6.1.0-56-amd64 #1
            [   55.100008] RIP: 0010:gizmo_settle+0x44/0x90
            [   55.100012] Call Trace:
            [   55.100014]  gizmo_work+0x20/0x38
            [   55.100016] ---[ end trace 0000000000000000 ]---
            """;
    private static final String KALLSYMS = """
            ffffffff81000000 T _text
            ffffffff81000100 t widget_turn
            ffffffff81000180 T widget_ioctl
            ffffffff81000300 t widget_turn
            ffffffff81000340 T widget_stop
            ffffffff81000400 T _etext
            """;

    @TempDir
    private Path folder;

    @Test
    void an_oops_in_two_artifacts_is_the_first_lead_and_none_of_its_lines_is_another() throws Exception {
        write("dmesg.txt", OOPS);
        write("console.txt", OOPS);
        try (Session session = open()) {
            List<Lead> leads = Reasoning.of(session).leads(Watch.NONE);
            assertEquals(1, leads.size(), leads.toString());
            assertEquals(Lead.Kind.KERNEL_REPORT, leads.getFirst().kind());
            assertEquals(1, leads.getFirst().count());
            assertEquals(
                    "BUG: kernel NULL pointer dereference at widget_turn+0x12, task widgetd 4711",
                    leads.getFirst().title());
        }
    }

    @Test
    void the_size_in_a_frame_picks_the_copy_of_an_ambiguous_name() throws Exception {
        write("dmesg.txt", OOPS);
        write("kallsyms.txt", KALLSYMS);
        Trail trail = first();
        Step symbol = step(trail, "widget_turn+0x12/0x80");
        assertEquals(1, symbol.candidates().size());
        assertEquals("copy:widget_turn:1", symbol.chosen());
        assertTrue(symbol.why().contains("2 times"), symbol.why());
    }

    @Test
    void the_system_call_on_the_stack_is_named_and_uncertain_frames_are_not() throws Exception {
        write("dmesg.txt", OOPS);
        Trail trail = first();
        step(trail, "the system call ioctl");
        assertEquals(Verdict.State.INSUFFICIENT, trail.verdict().state());
        assertTrue(
                trail.verdict().summary().contains("widget_turn+0x12/0x80"),
                trail.verdict().summary());
    }

    @Test
    void a_line_that_the_kernel_states_is_found_in_the_source() throws Exception {
        write("dmesg.txt", WARNING);
        Path file =
                Files.createDirectories(folder.resolve("tree/drivers/gizmo")).resolve("core.c");
        Files.writeString(file, "int gizmo_settle(int state)\n{\n\tWARN_ON(state);\n\treturn 0;\n}\n");
        try (Session session = open()) {
            session.addSource("tree", folder.resolve("tree").toString(), Watch.NONE);
            Reasoning reasoning = Reasoning.of(session);
            Trail trail = reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
            assertEquals(Verdict.State.EXPLAINED, trail.verdict().state());
            assertEquals("tree", trail.verdict().source());
            assertTrue(
                    trail.verdict().summary().contains("drivers/gizmo/core.c:3"),
                    trail.verdict().summary());
        }
    }

    private Trail first() throws IOException, SessionException {
        try (Session session = open()) {
            Reasoning reasoning = Reasoning.of(session);
            return reasoning.trail(reasoning.leads(Watch.NONE).getFirst(), Choices.NONE, Watch.NONE);
        }
    }

    private static Step step(Trail trail, String title) {
        return trail.steps().stream()
                .filter(each -> each.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(trail.steps().toString()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("capture")).resolve(name), text);
    }

    private Session open() throws SessionException {
        return Session.open(List.of(folder.resolve("capture")), Watch.NONE);
    }
}
