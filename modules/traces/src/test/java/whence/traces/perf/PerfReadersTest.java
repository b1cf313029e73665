package whence.traces.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import whence.evidence.EventKind;
import whence.timeline.Fields;
import whence.traces.Fixture;

class PerfReadersTest {
    @Test
    void samples_carry_task_event_and_their_frames() {
        Fixture perf = Fixture.ofText("""
                bash  1993 [001] 12345.678901: probe:bpf_prog_load: (ffffffff8d3e9c10) prog_type=1
                \tffffffff8d3e9c11 bpf_prog_load+0x1 ([kernel.kallsyms])
                \tffffffff8d3e9c99 __sys_bpf+0x100 ([kernel.kallsyms])

                my task 22 1993/1994 [000] 12345.678999: probe:bpf_prog_load__return: (ffffffff8d3e9c10 <- ffffffff8d3e9c99)
                bpfcase  1993 [000] 12345.679999: syscalls:sys_exit_bpf: 0xffffffffffffffea
                """);
        assertEquals("perf-script", perf.reader().format());
        assertEquals(3, perf.events().count());
        assertEquals(EventKind.PROBE, perf.events().kind(0));
        assertEquals(EventKind.RETURN, perf.events().kind(1));
        assertEquals("my task 22", perf.events().text(Fields.COMM, 1));
        assertEquals(1994, perf.events().number(Fields.TID, 1));
        assertEquals("bpf", perf.events().text(Fields.CALL, 2));
        assertEquals(22, perf.events().number(Fields.ERRNO, 2));
    }

    @Test
    void a_fork_names_the_child() {
        Fixture perf = Fixture.ofText("""
                sh  1993 [001] 12345.678901: sched:sched_process_fork: comm=sh pid=1993 child_comm=sh child_pid=1994
                bpfcase  1994 [000] 12345.679999: sched:sched_process_exec: filename=/opt/lab/bpfcase pid=1994 old_pid=1994
                """);
        assertEquals(EventKind.FORK, perf.events().kind(0));
        assertEquals(1994, perf.events().number(Fields.CHILD, 0));
        assertEquals(EventKind.EXEC, perf.events().kind(1));
    }

    @Test
    void two_lines_of_one_name_are_two_probes() {
        Fixture list = Fixture.ofText(
                "  probe:load_elf_binary (on load_elf_binary)\n  probe:load_elf_binary (on load_elf_binary)\n");
        assertEquals("perf-probe", list.reader().format());
        assertEquals(2, list.events().count());
        assertEquals("load_elf_binary", list.events().text(Fields.FUNCTION, 1));
    }
}
