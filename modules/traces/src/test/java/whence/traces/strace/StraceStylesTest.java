package whence.traces.strace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whence.evidence.EventKind;
import whence.timeline.Detail;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.TraceFields;

/// What strace 6.1 wrote for small shell programs: to the terminal (`-f -tt`), as a table (`-f -c -U …`), with
/// dumps and stacks (`-k -e write=1`), and with `-f -z`, where it loses the pid of resumed calls.
class StraceStylesTest {
    private final Fixture terminal = Fixture.of("strace-terminal.txt");

    private static Set<EventKind> kinds(Fixture trace) {
        return IntStream.range(0, trace.events().count())
                .mapToObj(trace.events()::kind)
                .collect(Collectors.toSet());
    }

    @Test
    void lines_without_a_pid_belong_to_the_task_that_strace_started() {
        Events events = terminal.events();
        assertEquals(1725, events.pid(0));
        assertEquals(1725, events.pid(terminal.find("+++ exited with 3 +++")));
        assertEquals(1726, events.pid(terminal.find("+++ exited with 0 +++")));
        assertTrue(IntStream.range(0, events.count()).allMatch(row -> events.pid(row) >= 1725));
        assertEquals("sh", events.text(Fields.COMM, terminal.find("write(1, \"lost")));
        assertEquals(List.of(), events.losses());
        assertEquals(
                Set.of(EventKind.CALL, EventKind.EXEC, EventKind.FORK, EventKind.EXIT, EventKind.SIGNAL),
                kinds(terminal));
    }

    @Test
    void a_call_that_straces_own_note_broke_is_whole_again() {
        int[] forks = IntStream.range(0, terminal.events().count())
                .filter(row -> terminal.events().kind(row) == EventKind.FORK)
                .toArray();
        assertEquals(
                List.of(1726L, 1727L, 1728L, 1729L),
                IntStream.of(forks)
                        .mapToObj(row -> terminal.events().number(Fields.CHILD, row))
                        .toList());
        assertEquals(
                "clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD,"
                        + " child_tidptr=0x7f5f8660aa10) = 1726",
                terminal.text(forks[0]));
        assertEquals(2, terminal.events().spans(forks[0]).size());
        assertEquals(3, terminal.events().spans(forks[1]).size());
        assertEquals("vfork() = 1729", terminal.text(forks[3]));
    }

    @Test
    void what_the_program_printed_amid_its_own_write_is_not_part_of_the_call() {
        int row = terminal.find("write(1, \"lost");
        Call call = Call.of(terminal.input(), terminal.events(), row).orElseThrow();
        assertEquals("write(1, \"lost\\n\", 5) = 5", call.line());
        assertEquals(5, terminal.events().number(Fields.RET, row));
    }

    @Test
    void stacks_and_dumps_belong_to_the_event_above_them_whatever_it_is() {
        Fixture dump = Fixture.of("strace-dump.txt");
        assertEquals("strace", dump.reader().format());
        assertEquals(Set.of(EventKind.CALL, EventKind.EXIT), kinds(dump));
        int row = dump.find("write(1");
        List<Detail> parts =
                dump.reader().detail(dump.input(), dump.events(), row).children();
        assertEquals(
                List.of("[0]", "[1]", "[2]", "result", "stack", "data"),
                parts.stream().map(Detail::name).toList());
        assertEquals(3, parts.getLast().children().size());
        assertTrue(parts.get(4).children().getFirst().value().startsWith("/usr/lib"));
    }

    @Test
    void the_columns_of_a_table_are_those_its_header_names() {
        Fixture table = Fixture.of("strace-table.txt");
        assertEquals("strace", table.reader().format());
        Events events = table.events();
        assertEquals(Set.of(EventKind.TRACER, EventKind.MARK, EventKind.TALLY), kinds(table));
        int[] rows = IntStream.range(0, events.count())
                .filter(row -> events.text(Fields.CALL, row) != null)
                .toArray();
        int total = rows[rows.length - 1] + 2;
        for (var field : List.of(TraceFields.HITS, TraceFields.MISSES)) {
            long sum = IntStream.of(rows)
                    .mapToLong(row -> events.number(field, row))
                    .sum();
            assertEquals(events.number(field, total), sum, field.name());
        }
        assertEquals("close", events.text(Fields.CALL, table.find(" close ")));
        assertEquals(17, events.number(TraceFields.HITS, table.find(" close ")));
    }

    @Test
    void a_call_that_goes_on_without_its_pid_is_joined() {
        Fixture trace = Fixture.of("strace-z.txt");
        assertTrue(!kinds(trace).contains(EventKind.OUTPUT));
        assertEquals(List.of(), trace.events().losses());
        int joined = IntStream.of(trace.events().joined())
                .filter(row -> trace.events().spans(row).getLast().line()
                        == trace.events().span(row).line() + 1)
                .filter(row -> trace.input()
                        .bytes()
                        .text(trace.events().spans(row).getLast().offset(), 1)
                        .equals(")"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, trace.events().number(Fields.RET, joined));
        assertTrue(trace.text(joined).endsWith(") = 0"), trace.text(joined));
    }
}
