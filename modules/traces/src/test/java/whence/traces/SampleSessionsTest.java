package whence.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.tally.Tally;

/// Real captures, those of the sample sessions and pieces of others: every line is something definite, and counts,
/// tasks, times and results are those that the captured programs themselves wrote down (the tables `truth-….csv`).
class SampleSessionsTest {
    private static int[] rows(Events events, IntPredicate wanted) {
        return IntStream.range(0, events.count()).filter(wanted).toArray();
    }

    @ParameterizedTest
    @CsvSource({"bpf-einval, 15, 300", "invalid-elf, 9, 500", "ambiguous-symbol, 4, 0", "centos7-bpf-einval, 3, 0"})
    void every_line_of_every_trace_is_something_definite(String session, int files, int calls) {
        var traces = new SampleSession(session).all();
        assertTrue(traces.size() >= files, traces.size() + " traces");
        int printed = traces.stream().mapToInt(Definite::check).sum();
        assertTrue(printed >= calls, printed + " calls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fgraph.txt", "fgraph-success.txt", "bpftrace-execve-end.json", "bpftrace-bpf.txt"})
    void so_is_every_line_of_the_pieces(String piece) {
        Definite.check(Fixture.of(piece));
    }

    @Test
    void strace_shows_each_bpf_call_with_its_task_and_result() {
        SampleSession session = new SampleSession("bpf-einval");
        for (String[] one : SampleSession.truth("bpf-einval")) {
            Events events = session.trace("strace-%02d.txt".formatted(Integer.parseInt(one[0])))
                    .events();
            int last = Arrays.stream(rows(events, row -> "bpf".equals(events.text(Fields.CALL, row))))
                    .max()
                    .orElseThrow();
            assertEquals(Integer.parseInt(one[3]), events.pid(last), one[0]);
            assertEquals(Long.parseLong(one[2]), events.number(Fields.RET, last), one[0]);
            long errno = Long.parseLong(one[1]);
            assertEquals(errno == 0 ? Events.NO_NUMBER : errno, events.number(Fields.ERRNO, last), one[0]);
        }
    }

    @Test
    void bpftrace_shows_the_result_of_every_case() {
        Fixture trace = Fixture.of("bpftrace-bpf.txt");
        Events events = trace.events();
        for (String[] one : SampleSession.truth("bpf-einval")) {
            int[] ends = rows(
                    events,
                    row -> events.pid(row) == Integer.parseInt(one[4])
                            && "bpf".equals(events.text(Fields.CALL, row))
                            && events.number(Fields.RET, row) != Events.NO_NUMBER);
            assertEquals(1, ends.length, one[0]);
            long errno = Long.parseLong(one[1]);
            assertEquals(errno == 0 ? Long.parseLong(one[2]) : -errno, events.number(Fields.RET, ends[0]));
        }
    }

    @Test
    void the_function_graph_shows_what_returned_and_how_deep() {
        Events events = Fixture.of("fgraph-success.txt").events();
        int[] calls = rows(events, row -> "__sys_bpf".equals(events.text(Fields.FUNCTION, row)));
        assertEquals(2, calls.length);
        assertEquals(EventKind.PROBE, events.kind(calls[0]));
        assertEquals(EventKind.RETURN, events.kind(calls[1]));
        assertEquals(3_926_518, events.number(Fields.DURATION_NS, calls[1]));
        assertEquals(
                1,
                rows(
                                events,
                                row -> events.kind(row) == EventKind.RETURN
                                        && "bpf_prog_load".equals(events.text(Fields.FUNCTION, row)))
                        .length);
    }

    @Test
    void bpftrace_shows_every_module_call_with_its_times_and_result() {
        Events events =
                new SampleSession("invalid-elf").trace("bpftrace-modload.txt").events();
        for (String[] one : SampleSession.truth("invalid-elf")) {
            for (int edge : new int[] {3, 4}) {
                int[] found = rows(events, row -> events.timeNs(row) == Long.parseLong(one[edge]));
                assertEquals(1, found.length, one[edge]);
                assertEquals(Integer.parseInt(one[1]), events.pid(found[0]));
                assertEquals(one[2], events.text(Fields.COMM, found[0]));
                assertEquals(one[0], events.text(Fields.CALL, found[0]));
                assertEquals(
                        edge == 3 ? Events.NO_NUMBER : Long.parseLong(one[5]), events.number(Fields.RET, found[0]));
            }
        }
    }

    @Test
    void the_map_at_the_end_of_the_json_counts_the_failed_execs() {
        Fixture end = Fixture.of("bpftrace-execve-end.json");
        int last = end.events().count() - 1;
        assertEquals(EventKind.TALLY, end.events().kind(last));
        Tally failed = Tally.of(end.input(), end.events(), last).getFirst();
        assertEquals("@failed[setpriv,2]: 4", failed.line());
        assertTrue(rows(end.events(), row -> end.events().kind(row) == EventKind.EXEC).length > 20);
    }

    @Test
    void trace_pipe_shows_which_copy_of_a_function_each_program_ran_through() {
        Events events =
                new SampleSession("ambiguous-symbol").trace("trace_pipe.txt").events();
        for (String[] one : SampleSession.truth("ambiguous-symbol")) {
            int pid = Integer.parseInt(one[0]);
            int[] lower = rows(events, row -> events.pid(row) == pid && "lower".equals(events.text(Fields.PROBE, row)));
            int[] higher =
                    rows(events, row -> events.pid(row) == pid && "higher".equals(events.text(Fields.PROBE, row)));
            int[] execs = rows(events, row -> events.pid(row) == pid && events.kind(row) == EventKind.EXEC);
            assertEquals(
                    one[0] + "," + one[1] + "," + one[2] + "," + one[3],
                    pid + "," + lower.length + "," + higher.length + "," + execs.length);
            IntStream.of(lower).forEach(row -> assertEquals(0x1780, events.number(TraceFields.SIZE, row)));
            IntStream.of(higher).forEach(row -> assertEquals(0x1830, events.number(TraceFields.SIZE, row)));
        }
    }
}
