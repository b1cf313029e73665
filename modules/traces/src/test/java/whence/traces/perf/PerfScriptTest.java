package whence.traces.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.evidence.EventKind;
import whence.evidence.Loss;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.traces.Fixture;

/// What perf 6.1 wrote for small shell programs (the two files), and lines with made-up values in the layouts that
/// probes have.
class PerfScriptTest {
    private static long count(Fixture trace, EventKind kind) {
        return IntStream.range(0, trace.events().count())
                .filter(row -> trace.events().kind(row) == kind)
                .count();
    }

    @Test
    void task_records_say_who_forked_ran_and_ended() {
        Fixture tasks = Fixture.of("perf-script-tasks.txt");
        assertEquals("perf-script", tasks.reader().format());
        assertEquals(5, count(tasks, EventKind.FORK));
        assertEquals(5, count(tasks, EventKind.EXEC));
        assertEquals(6, count(tasks, EventKind.EXIT));
        assertEquals(0, count(tasks, EventKind.OUTPUT));
        int fork = tasks.find("PERF_RECORD_FORK(32418");
        assertEquals(32413, tasks.events().pid(fork));
        assertEquals(32418, tasks.events().number(Fields.CHILD, fork));
        assertEquals("md5sum", tasks.events().text(Fields.COMM, tasks.find("PERF_RECORD_EXIT(32419")));
    }

    @Test
    void samples_without_task_and_event_have_their_frames_and_source_lines() {
        Fixture fields = Fixture.of("perf-script-fields.txt");
        assertEquals("perf-script", fields.reader().format());
        Events events = fields.events();
        for (int row = 0; row < events.count(); row++) {
            assertEquals(EventKind.TRACEPOINT, events.kind(row), fields.text(row));
            assertTrue(events.pid(row) > 0 && events.timeNs(row) > 0);
            assertEquals(
                    1,
                    fields.reader()
                            .detail(fields.input(), events, row)
                            .children()
                            .size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bpfcase 423 [001] 71.000123: probe:bpf_prog_load: (ffffffff8d3e9c10) arg1=0x5 arg2=48 | PROBE |",
                "bpfcase 423/424 [000] 71.000124: probe:bpf_prog_load__return: (ffffffff8d3e9c10 <- ffffffff8d3ea0b1) arg1=0xffffffea | RETURN | -22",
                "bpfcase 423 71.000125: probe:check__return: (ffffffff8d3e9c10 <- ffffffff8d3ea0b1) ret=-1 | RETURN | -1",
                "bpfcase 423 [000] d..1. 71.000126: syscalls:sys_exit_bpf: 0xffffffffffffffea | TRACEPOINT | -22",
                "my (odd) task 423 [000] 71.000126123: sched:sched_switch: prev_comm=a b prev_pid=423 ==> next_comm=c | TRACEPOINT |",
                ":423 423 [000] 71.000127: sched:sched_process_exit: comm=x pid=9 prio=120 | EXIT |",
                "swapper 0 [002] 71.000128: 250000 cycles:ppp: ffffffff8d3e9c10 native_halt+0x1 ([kernel.kallsyms]) | TRACEPOINT |",
                "423 71.000129: sched:sched_process_exec: filename=/bin/id pid=423 old_pid=423 | EXEC |"
            })
    void lines_of_every_field_set_are_samples(String line, EventKind kind, Long returned) {
        Fixture perf = Fixture.ofText(line + "\n" + line + "\n");
        assertEquals("perf-script", perf.reader().format());
        assertEquals(kind, perf.events().kind(1));
        assertEquals(
                returned == null ? Events.NO_NUMBER : returned, perf.events().number(Fields.RET, 1));
    }

    @Test
    void lost_samples_are_losses() {
        Fixture perf = Fixture.ofText("""
                bpfcase 423 [001] 71.000123: probe:f: (ffffffff8d3e9c10)
                bpfcase 423 [001] 71.000124: PERF_RECORD_LOST lost 12
                """);
        assertEquals(EventKind.LOST, perf.events().kind(1));
        assertEquals(12, perf.events().losses().getFirst().count());
    }

    /// perf 6.1 on Linux 7.2.
    @Test
    void the_answer_of_any_call_is_a_result() {
        Fixture script = Fixture.of("linux-7.2/perf-script.txt");
        assertEquals("perf-script", script.reader().format());
        int row = script.find("NR 59 = -2");
        assertEquals(2, script.events().number(Fields.ERRNO, row));
        assertEquals("perf-exec", script.events().text(Fields.COMM, row));
    }

    @Test
    void what_perf_says_before_the_samples_is_its_own() {
        Fixture script = Fixture.of("linux-7.2/perf-script-F.txt");
        assertEquals("perf-script", script.reader().format());
        assertEquals(EventKind.TRACER, script.events().kind(0));
        assertEquals(170, script.events().pid(script.events().count() - 1));
    }

    @Test
    void samples_that_were_lost_stand_where_they_were() {
        Fixture script = Fixture.of("linux-7.2/perf-script-lost.txt");
        List<Loss> losses = script.events().losses();
        assertEquals(List.of(80L, 66L), losses.stream().map(Loss::count).toList());
        int lost = script.find("PERF_RECORD_LOST lost 80");
        assertEquals(EventKind.LOST, script.events().kind(lost));
        assertEquals(script.events().offset(lost), losses.getFirst().span().offset());
        assertEquals("perf lost samples", losses.getFirst().why());
    }

    @Test
    void tasks_that_were_there_before_have_no_time() {
        Fixture script = Fixture.of("linux-7.2/perf-script-task.txt");
        int fork = script.find("PERF_RECORD_FORK(2:2):(0:0)");
        assertEquals(2, script.events().number(Fields.CHILD, fork));
        assertEquals(Events.NO_TIME, script.events().timeNs(fork));
    }
}
