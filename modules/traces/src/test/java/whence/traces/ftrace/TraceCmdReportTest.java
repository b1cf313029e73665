package whence.traces.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.TraceFields;

/// What trace-cmd 3.1 reports, of Linux 7.2.
class TraceCmdReportTest {
    @ParameterizedTest
    @ValueSource(strings = {"trace-cmd-report", "trace-cmd-report-l", "trace-cmd-report-tsdiff"})
    void every_style_has_task_time_and_event(String name) {
        Fixture report = Fixture.of("linux-7.2/" + name + ".txt");
        assertEquals("ftrace", report.reader().format());
        Events events = report.events();
        assertEquals(EventKind.TRACER, events.kind(0));
        for (int row = 1; row < events.count(); row++) {
            assertTrue(events.pid(row) >= 0 && events.text(Fields.PROBE, row) != null, report.text(row));
            assertEquals(Clock.TRACE, events.clock(row));
        }
        assertEquals(116, events.pid(1));
        assertTrue(events.text(Fields.COMM, 1).startsWith("(a: b)-c"));
        assertEquals(9_683_800, events.timeNs(1) / 1000);
        assertEquals(1, events.number(Fields.RET, 1));
    }

    @Test
    void its_function_graph_has_functions_durations_and_returns() {
        Fixture graph = Fixture.of("linux-7.2/trace-cmd-graph.txt");
        Events events = graph.events();
        int leaf = graph.find("housekeeping_any_cpu();");
        assertEquals(EventKind.PROBE, events.kind(leaf));
        assertEquals("housekeeping_any_cpu", events.text(Fields.FUNCTION, leaf));
        assertEquals(63_130, events.number(Fields.DURATION_NS, leaf));
        assertEquals(7, events.number(TraceFields.DEPTH, leaf));
        int closing = graph.find("funcgraph_exit:");
        assertEquals(EventKind.RETURN, events.kind(closing));
        Loss lost = events.losses().getFirst();
        assertEquals(Loss.UNKNOWN, lost.count());
        assertEquals(7, lost.span().offset());
    }

    @Test
    void a_probe_whose_place_is_an_address_fired_all_the_same() {
        Fixture report = Fixture.ofText("""
                cpus=2
                             cat-153   [000]    52.138065: open: (ffffffffa4b93450) dfd=-100 name="/x"
                             cat-153   [000]    52.138066: open_ret: (ffffffffa4b93974 <- ffffffffa4b93450) ret=-2
                """);
        assertEquals(EventKind.PROBE, report.events().kind(1));
        assertEquals("open", report.events().text(Fields.PROBE, 1));
        assertEquals(EventKind.RETURN, report.events().kind(2));
    }
}
