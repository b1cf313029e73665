package whence.traces.strace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Fields;
import whence.traces.Fixture;
import whence.traces.strace.value.Argument;
import whence.traces.strace.value.Value;

class StraceReaderTest {
    private final Fixture bpf = Fixture.of("strace-bpf-einval.txt");
    private final Fixture vfork = Fixture.of("strace-vfork.txt");

    @Test
    void knows_strace_by_its_lines() {
        assertEquals("strace", bpf.reader().format());
        assertEquals("strace", vfork.reader().format());
    }

    @Test
    void shows_the_call_that_returned_EINVAL() {
        int row = bpf.find("bpf(BPF_PROG_LOAD");
        assertEquals("bpf", bpf.events().text(Fields.CALL, row));
        assertEquals(-1, bpf.events().number(Fields.RET, row));
        assertEquals(22, bpf.events().number(Fields.ERRNO, row));
        assertEquals(423, bpf.events().pid(row));
        assertEquals("bpfcase", bpf.events().text(Fields.COMM, row));
        assertEquals(Clock.TIME_OF_DAY, bpf.events().clock(row));
        assertEquals(
                ((23 * 60 + 7) * 60 + 18) * 1_000_000_000L + 930837000L,
                bpf.events().timeNs(row));
    }

    @Test
    void opens_the_attributes_of_a_bpf_call() {
        Call call = Call.of(bpf.input(), bpf.events(), bpf.find("bpf(BPF_PROG_LOAD"))
                .orElseThrow();
        assertEquals(
                "BPF_PROG_TYPE_SOCKET_FILTER",
                call.find("prog_type").orElseThrow().print());
        assertEquals(OptionalLong.of(0x100000), call.number("prog_flags"));
        assertEquals(OptionalLong.of(2), call.number("insn_cnt"));
        assertEquals("GPL", ((Value.Text) call.find("license").orElseThrow()).text());
        assertEquals("EINVAL", call.result().errno());
        assertEquals(OptionalLong.of(575_000), call.result().durationNs());
    }

    @Test
    void prints_every_call_as_it_was_written() {
        int printed = 0;
        for (Fixture fixture : List.of(bpf, vfork)) {
            for (int row = 0; row < fixture.events().count(); row++) {
                Call call = Call.of(fixture.input(), fixture.events(), row).orElse(null);
                if (call != null && fixture.events().spans(row).size() == 1) {
                    var span = fixture.events().span(row);
                    assertEquals(fixture.input().bytes().text(span.offset(), (int) span.length()), call.print());
                    printed++;
                }
            }
        }
        assertTrue(printed > 200, "only " + printed);
    }

    @Test
    void joins_an_unfinished_call_with_its_end() {
        int row = vfork.find("vfork()");
        assertEquals(EventKind.FORK, vfork.events().kind(row));
        assertEquals(1330, vfork.events().number(Fields.CHILD, row));
        assertEquals(2, vfork.events().spans(row).size());
        Call wait = Call.of(vfork.input(), vfork.events(), vfork.find("wait4(-1, [{WIFEXITED"))
                .orElseThrow();
        assertEquals(
                List.of("-1", "[{WIFEXITED(s) && WEXITSTATUS(s) == 0}]", "0", "NULL"),
                wait.arguments().stream().map(Argument::print).toList());
        assertEquals(
                2,
                wait.span(wait.arguments().get(1)).size()
                        + wait.span(wait.arguments().get(0)).size());
    }

    @Test
    void an_exec_that_resumed_names_the_task_from_then_on() {
        int exec = vfork.find("execve(\"/usr/bin/id\"");
        assertEquals(EventKind.EXEC, vfork.events().kind(exec));
        assertEquals("id", vfork.events().text(Fields.COMM, exec));
        int exit = vfork.find("+++ exited with 0 +++");
        assertEquals(EventKind.EXIT, vfork.events().kind(exit));
        assertEquals(0, vfork.events().number(Fields.RET, exit));
        assertEquals("id", vfork.events().text(Fields.COMM, exit));
    }
}
