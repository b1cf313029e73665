package whence.traces.bpftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Input;
import whence.traces.Fixture;

class BpftraceReaderTest {
    @Test
    void a_header_row_names_the_columns() {
        Fixture modload = Fixture.of("bpftrace-modload.txt");
        assertEquals("bpftrace", modload.reader().format());
        int row = modload.find("finit_module ret=-8");
        Events events = modload.events();
        assertEquals(EventKind.TRACEPOINT, events.kind(row));
        assertEquals("finit_module", events.text(Fields.CALL, row));
        assertEquals(-8, events.number(Fields.RET, row));
        assertEquals(8, events.number(Fields.ERRNO, row));
        assertEquals("oldinsmod", events.text(Fields.COMM, row));
        assertEquals(561, events.number(Fields.TID, row));
        assertEquals(Clock.BOOTTIME, events.clock(row));
        assertEquals(41_938_838_062L, events.timeNs(row));
    }

    @Test
    void the_frames_of_a_stack_belong_to_their_row() {
        Fixture modload = Fixture.of("bpftrace-modload.txt");
        int row = modload.find("load_module");
        assertEquals(
                4,
                modload.reader()
                        .detail(modload.input(), modload.events(), row)
                        .children()
                        .size());
    }

    @Test
    void rows_without_a_header_are_starts_of_programs_where_each_is_another_process() {
        Fixture execve = Fixture.of("bpftrace-execve.txt");
        int row = execve.find("grep -q Attaching");
        assertEquals(EventKind.EXEC, execve.events().kind(row));
        assertEquals(490, execve.events().pid(row));
        assertEquals("bash", execve.events().text(Fields.COMM, row));
        assertEquals(33_485_753_812L, execve.events().timeNs(row));
    }

    @Test
    void a_call_and_the_function_below_it_are_told_apart() {
        Fixture bpf = Fixture.of("bpftrace-bpf.txt");
        int function = bpf.find("bpf_prog_load ret=-22");
        assertEquals(EventKind.RETURN, bpf.events().kind(function));
        assertEquals("bpf_prog_load", bpf.events().text(Fields.PROBE, function));
        assertEquals("bpf", bpf.events().text(Fields.CALL, bpf.find("bpf ret=-22")));
    }

    @Test
    void the_user_may_name_the_columns() {
        Fixture named = Fixture.ofText(
                "Attaching 1 probe...\n12:00:01.5 77 1 my task\n", Map.of(Input.COLUMNS, "time,pid,ppid,argv"));
        assertEquals(EventKind.EXEC, named.events().kind(1));
        assertEquals(1, named.events().number(Fields.PPID, 1));
        assertEquals(Clock.TIME_OF_DAY, named.events().clock(1));
        assertEquals(43_201_500_000_000L, named.events().timeNs(1));
    }

    @Test
    void lost_events_are_losses_wherever_they_stand() {
        Fixture lost = Fixture.ofText("Attaching 1 probe...\nhello\nLost 1234 events\nbye\n");
        assertEquals(EventKind.LOST, lost.events().kind(2));
        Loss loss = lost.events().losses().getFirst();
        assertEquals(1234, loss.count());
        assertEquals(3, loss.span().line());
    }

    @Test
    void a_histogram_is_one_event() {
        Fixture map = Fixture.ofText("""
                Attaching 1 probe...

                @bytes[dd]:
                [1, 2)                 3 |@@@@@@@@@@                       |
                [2, 4)                 9 |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@|

                @count: 12
                """);
        assertEquals(3, map.events().count());
        assertEquals("@bytes", map.events().text(Fields.PROBE, 1));
        assertTrue(map.events().length(1) > 100);
    }

    /// What bpftrace 0.17 printed where there was no tracefs.
    @Test
    void what_bpftrace_refuses_is_said_by_the_tracer_with_the_place_in_the_script() {
        Fixture refused = Fixture.of("bpftrace-refused.txt");
        assertEquals("bpftrace", refused.reader().format());
        for (int row = 0; row < refused.events().count(); row++) {
            assertEquals(EventKind.TRACER, refused.events().kind(row), refused.text(row));
        }
        int warning = refused.find("load_elf_binary is not traceable");
        List<Detail> place = refused.reader()
                .detail(refused.input(), refused.events(), warning)
                .children();
        assertEquals(2, place.size());
        assertTrue(place.getFirst().value().startsWith("kprobe:load_elf_binary,"));
        refused.find("create_probe_event: open(/sys/kernel/tracing/kprobe_events): No such file or directory");
        refused.find("ERROR: failed to detach probe: kprobe:load_elf_binary");
    }

    @Test
    void errors_of_a_script_alone_are_told_as_bpftraces() {
        Fixture errors = Fixture.of("bpftrace-script-errors.txt");
        assertEquals("bpftrace", errors.reader().format());
        assertEquals(2, errors.events().count());
        assertEquals(EventKind.TRACER, errors.events().kind(1));
        assertEquals("maps.bt:10:83-103: ERROR: reg can not be used with \"BEGIN\" probes", errors.text(1));
    }

    @Test
    void lost_events_amid_the_output_stand_where_they_were() {
        Fixture trace = Fixture.of("bpftrace-lost.txt");
        List<Loss> losses = trace.events().losses();
        assertEquals(786, losses.getFirst().count());
        assertEquals("bpftrace lost events", losses.getFirst().why());
        int row = trace.find("Lost 786 events");
        assertEquals(EventKind.LOST, trace.events().kind(row));
        assertEquals(trace.events().offset(row), losses.getFirst().span().offset());
    }

    @Test
    void a_column_of_time_counts_what_its_name_says() {
        Fixture ms = Fixture.ofText("""
                Attaching 2 probes...
                TIME(ms)  PID    COMM              ERR PATH
                108       11462  cat                 2 /nonexistent
                12345678901 11463 cat                0 /etc/passwd
                """);
        assertEquals(108_000_000, ms.events().timeNs(2));
        assertEquals(Clock.TRACE, ms.events().clock(2));
        assertEquals(12_345_678_901_000_000L, ms.events().timeNs(3));
        Fixture elapsed = Fixture.ofText(
                "Attaching 1 probe...\n123456 7 sh\n12345678901 8 sh\n", Map.of("columns", "elapsed,pid,comm"));
        assertEquals(123_456, elapsed.events().timeNs(1));
        assertEquals(Clock.TRACE, elapsed.events().clock(2));
        Fixture boot = Fixture.ofText(
                "Attaching 1 probe...\n123456 7 sh\n12345678901 8 sh\n", Map.of("columns", "nsecs,pid,comm"));
        assertEquals(Clock.BOOTTIME, boot.events().clock(1));
        assertEquals(123_456, boot.events().timeNs(1));
    }
}
