package whence.trail.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.Errno;
import whence.evidence.Grade;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.evidence.Time;
import whence.trail.ledger.Traced;

class IdentityTest {
    @Test
    void joins_the_only_call_of_a_task_with_that_result() {
        Identity identity = identity(
                new Traced().enters(8, "load").returns(8, "load", "sys", -22), call(1, 8, -22), call(2, 9, -22));
        Identity.Link link = identity.runOf(call(1, 8, -22)).orElseThrow();
        assertEquals(Grade.DERIVED, link.grade());
        assertEquals(8, link.run().tid());
    }

    @Test
    void never_joins_another_task() {
        Identity identity = identity(new Traced().enters(8, "load").returns(8, "load", "sys", -22), call(2, 9, -22));
        assertTrue(identity.runOf(call(2, 9, -22)).isEmpty());
    }

    @Test
    void joins_repeated_calls_in_order_when_all_results_agree() {
        Traced trace = new Traced()
                .enters(8, "load")
                .returns(8, "load", "sys", -22)
                .enters(8, "load")
                .returns(8, "load", "sys", -22);
        Identity identity = identity(trace, call(1, 8, -22), call(2, 8, -22));
        assertEquals(2, identity.runOf(call(2, 8, -22)).orElseThrow().run().enter());
    }

    @Test
    void gives_no_run_when_one_trace_saw_more_calls_than_the_other() {
        Traced trace = new Traced().enters(8, "load").returns(8, "load", "sys", -22);
        Identity identity = identity(trace, call(1, 8, -22), call(2, 8, -22));
        assertTrue(identity.runOf(call(1, 8, -22)).isEmpty());
    }

    private static Identity identity(Traced trace, SystemCall... calls) {
        return new Identity(List.of(calls), Runs.outermost(Runs.of(trace.stream())), (call, function) -> true);
    }

    private static SystemCall call(int line, int tid, long result) {
        return new SystemCall(
                "strace.txt:" + line,
                "bpf",
                tid,
                "",
                result,
                new Time(Clock.NONE, 0, 0),
                -1,
                List.of(new Span("strace.txt", line, line * 100L, 99)),
                new Ref.Event("strace.txt", line),
                Errno.GENERIC);
    }
}
