package whence.traces.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.TraceFields;

class FgraphReaderTest {
    @Test
    void a_closing_brace_is_the_return_of_the_function_it_closes() {
        Fixture graph = Fixture.of("fgraph.txt");
        assertEquals("fgraph", graph.reader().format());
        int last = graph.events().count() - 1;
        assertEquals(EventKind.RETURN, graph.events().kind(last));
        assertEquals("__sys_bpf", graph.events().text(Fields.FUNCTION, last));
        assertEquals(2_813_852, graph.events().number(Fields.DURATION_NS, last));
        int leaf = graph.find("bpf_lsm_capable();");
        assertEquals(3, graph.events().number(TraceFields.DEPTH, leaf));
        assertEquals(1432, graph.events().number(Fields.DURATION_NS, leaf));
    }

    @Test
    void results_are_read_in_every_layout_and_processors_interleave() {
        Fixture graph = Fixture.ofText("""
                # tracer: function_graph
                #
                #     TIME        CPU  TASK/PID         DURATION                  FUNCTION CALLS
                #      |          |     |    |           |   |                     |   |   |   |
                  100.123456 |   0)   bash-1993    |               |  bpf_prog_load() {
                  100.123457 |   1)   my-ta-77     |               |  other() {
                  100.123458 |   0)   bash-1993    |   1.641 us    |    capable(); /* = 0x1 */
                 ------------------------------------------
                 0)   bash-1993   =>  sshd-123
                 ------------------------------------------

                  100.123459 |   0)   bash-1993    | + 11.641 us   |  } /* bpf_prog_load ret=0xffffffea */
                  100.123460 |   1)   my-ta-77     | + 11.641 us   |  } /* other = -2 */
                """);
        int row = graph.find("ret=0xffffffea");
        assertEquals(22, graph.events().number(Fields.ERRNO, row));
        assertEquals("bpf_prog_load", graph.events().text(Fields.FUNCTION, row));
        assertEquals(100_123_459_000L, graph.events().timeNs(row));
        assertEquals(1993, graph.events().pid(row));
        assertEquals("other", graph.events().text(Fields.FUNCTION, graph.find("other = -2")));
        assertEquals(2, graph.events().number(Fields.ERRNO, graph.find("other = -2")));
        assertEquals("my-ta", graph.events().text(Fields.COMM, graph.find("other() {")));
    }

    /// Of Linux 7.2, with the options of the tracer that add and leave out columns.
    @ParameterizedTest
    @ValueSource(strings = {"graph-plain", "graph-procabs", "graph-latency", "graph-nodur", "graph-nocpu"})
    void the_columns_are_the_options_of_the_tracer(String name) {
        Fixture graph = Fixture.of("linux-7.2/" + name + ".txt");
        assertEquals("fgraph", graph.reader().format());
        Events events = graph.events();
        int returns = 0;
        for (int row = 0; row < events.count(); row++) {
            EventKind kind = events.kind(row);
            if (kind == EventKind.TRACER) {
                continue;
            }
            assertTrue(kind == EventKind.PROBE || kind == EventKind.RETURN, graph.text(row));
            returns += kind == EventKind.RETURN ? 1 : 0;
            assertNotNull(events.text(Fields.FUNCTION, row), graph.text(row));
            boolean tasks = name.equals("graph-procabs") || name.equals("graph-latency");
            assertEquals(tasks ? 108 : Events.NO_PID, events.pid(row));
            boolean times = name.equals("graph-procabs") || name.equals("graph-nocpu");
            assertEquals(times, events.timeNs(row) != Events.NO_TIME);
        }
        assertTrue(returns > 5);
        boolean interrupted = name.equals("graph-plain");
        int deep = graph.find(interrupted ? "irq_enter_rcu();" : "getname_flags() {");
        assertEquals(1, events.number(TraceFields.DEPTH, deep));
    }

    @Test
    void a_switch_of_tasks_says_who_runs_from_then_on() {
        Fixture graph = Fixture.ofText("""
                # tracer: function_graph
                 0)               |  read() {
                 ------------------------------------------
                 0)   (ba sh)-12   =>  my-ta-77
                 ------------------------------------------
                 0)               |  write() {
                 1)               |  other() {
                 ------------------------------------------
                 0)    my-ta-77    =>  (ba sh)-12
                 ------------------------------------------
                 0)   5.000 us    |    inner();
                 1)   1.000 us    |  }
                 0)   9.000 us    |  } /* = -2 */
                """);
        int write = graph.find("write() {");
        assertEquals(77, graph.events().pid(write));
        assertEquals("my-ta", graph.events().text(Fields.COMM, write));
        assertEquals(12, graph.events().pid(graph.find("inner")));
        assertEquals("(ba sh)", graph.events().text(Fields.COMM, graph.find("inner")));
        assertEquals("other", graph.events().text(Fields.FUNCTION, graph.find("1.000 us")));
        assertNull(graph.events().text(Fields.FUNCTION, graph.find("= -2")));
    }

    @Test
    void results_may_stand_behind_the_place_that_is_returned_to() {
        Fixture graph = Fixture.ofText("""
                # tracer: function_graph
                 0)               |  bpf_prog_load(attr=0x1, uattr={p=0x2}) { /* <-__sys_bpf */
                 0)   1.000 us    |    capable(cap=39); /* <-bpf_prog_load ret=0x1 */
                 0)   9.000 us    |  } /* <-__sys_bpf ret=0xffffffffffffffea */
                """);
        assertEquals(1, graph.events().number(Fields.RET, graph.find("capable")));
        int end = graph.find("0xffffffffffffffea");
        assertEquals("bpf_prog_load", graph.events().text(Fields.FUNCTION, end));
        assertEquals(22, graph.events().number(Fields.ERRNO, end));
    }

    @Test
    void the_end_of_a_function_whose_beginning_is_lost_has_no_name() {
        Fixture graph = Fixture.ofText("""
                # tracer: function_graph
                 0)               |  outer() {
                 0)               |    inner() {
                CPU:0 [LOST 12 EVENTS]
                 0)               |  next() {
                 0)   9.000 us    |    }
                 0)   9.000 us    |  }
                """);
        Events events = graph.events();
        assertEquals("next", events.text(Fields.FUNCTION, events.count() - 1));
        assertNull(events.text(Fields.FUNCTION, events.count() - 2));
        assertEquals(12, events.losses().getLast().count());
        assertEquals(4, events.losses().getLast().span().line());
    }
}
