package whence.traces.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import whence.evidence.EventKind;
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
}
