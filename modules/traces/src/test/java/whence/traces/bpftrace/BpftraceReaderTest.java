package whence.traces.bpftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
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
}
