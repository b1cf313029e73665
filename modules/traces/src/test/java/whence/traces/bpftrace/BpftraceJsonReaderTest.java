package whence.traces.bpftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    /// `bpftrace -f json … > FILE 2>&1`, bpftrace 0.17.
    @Test
    void what_bpftrace_says_among_its_errors_may_stand_before_the_objects() {
        Fixture trace = Fixture.of("bpftrace-errors-first.json");
        assertEquals("bpftrace-json", trace.reader().format());
        assertEquals(EventKind.TRACER, trace.events().kind(0));
        assertEquals(List.of(), trace.events().losses());
        assertEquals("a 1 b", trace.text(trace.find("a 1")));
        assertEquals(EventKind.TALLY, trace.events().kind(trace.find("@m2[")));
    }

    @Test
    void lost_events_stand_where_they_were() {
        Fixture trace = Fixture.of("bpftrace-lost.json");
        List<Loss> losses = trace.events().losses();
        assertEquals(
                List.of(59L, 15L, 16L, 15L), losses.stream().map(Loss::count).toList());
        assertEquals("bpftrace lost events", losses.getFirst().why());
        int row = trace.find("lost_events");
        assertEquals(EventKind.LOST, trace.events().kind(row));
        assertEquals(trace.events().offset(row), losses.getFirst().span().offset());
    }

    @Test
    void objects_of_every_version_are_read() {
        Fixture trace = Fixture.ofText("""
                {"type": "attached_probes", "probes": 2}
                {"type": "printf", "msg": "hello 5\\n"}
                {"type": "printf", "data": "bad "quote" here\\n"}
                {"type": "lost_events", "events": 12}
                {"type": "helper_error", "msg": "Operation not permitted", "helper": "probe_read", "retcode": -1}
                """);
        assertEquals("bpftrace-json", trace.reader().format());
        assertEquals(EventKind.TRACER, trace.events().kind(0));
        assertEquals("hello 5", trace.text(1));
        assertEquals("bad \"quote\" here", trace.text(2));
        assertEquals(EventKind.LOST, trace.events().kind(3));
        assertEquals(EventKind.TRACER, trace.events().kind(4));
        Loss broken = trace.events().losses().getFirst();
        assertEquals(Loss.Kind.UNREADABLE, broken.kind());
        assertEquals(3, broken.span().line());
        assertEquals(12, trace.events().losses().getLast().count());
    }

    @Test
    void a_line_that_never_ends_is_cut_into_events() {
        String dot = "{\"type\": \"printf\", \"data\": \".\"}\n";
        Fixture trace =
                Fixture.ofText("{\"type\": \"attached_probes\", \"data\": {\"probes\": 1}}\n" + dot.repeat(20_000));
        assertTrue(
                trace.events().count() > 3 && trace.events().count() < 20,
                "" + trace.events().count());
    }
}
