package whence.traces.bpftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Fields;
import whence.traces.Fixture;

class BpftraceJsonReaderTest {
    @Test
    void a_line_spread_over_several_objects_is_one_event_with_all_their_spans() {
        Fixture execve = Fixture.of("bpftrace-execve.json");
        assertEquals("bpftrace-json", execve.reader().format());
        int row = execve.find("ps ax -o pid,comm");
        assertEquals(EventKind.EXEC, execve.events().kind(row));
        assertEquals(497, execve.events().pid(row));
        assertEquals("noise-exec.sh", execve.events().text(Fields.COMM, row));
        assertEquals(2, execve.events().spans(row).size());
        assertEquals(33_857_189_122L, execve.events().timeNs(row));
    }

    @Test
    void one_object_may_hold_several_lines() {
        Fixture two = Fixture.ofText("""
                {"type": "attached_probes", "probes": 1}
                {"type": "printf", "data": "first\\nsecond\\n"}
                """);
        assertEquals(3, two.events().count());
        assertEquals("first", two.text(1));
        assertEquals("second", two.text(2));
    }

    @Test
    void old_versions_wrote_msg_and_lines_that_are_not_json() {
        Fixture old = Fixture.ofText("""
                {"type": "attached_probes", "data": {"probes": 1}}
                {"type": "printf", "msg": "plain\\n"}
                {"type": "printf", "data": "say "hello"\\n"}
                {"type": "lost_events", "data": {"events": 7}}
                """);
        assertEquals("plain", old.text(1));
        assertEquals(Loss.Kind.UNREADABLE, old.events().losses().get(0).kind());
        assertEquals(7, old.events().losses().get(1).count());
        assertEquals(EventKind.LOST, old.events().kind(3));
    }
}
