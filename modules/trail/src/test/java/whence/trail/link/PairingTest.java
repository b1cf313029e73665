package whence.trail.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whence.trail.link.Pairing.Interval;

class PairingTest {
    /// The two calls of one busybox within 14 ms, whose lines carry stamps 16 ms ahead: the first line is nearer to
    /// the second call.
    @Test
    void assigns_in_order_and_not_to_the_nearest() {
        List<Interval> lines = List.of(around(80_179_807, 26_000), around(80_193_986, 26_000));
        List<Interval> calls = List.of(new Interval(80_162_759, 80_163_800), new Interval(80_177_060, 80_177_795));
        assertEquals(Optional.of(List.of(0, 1)), Pairing.inOrder(lines, calls));
    }

    @Test
    void leaves_out_a_call_that_no_line_can_belong_to() {
        List<Interval> calls = List.of(new Interval(0, 1), new Interval(50, 60), new Interval(100, 110));
        assertEquals(Optional.of(List.of(0, 2)), Pairing.inOrder(List.of(around(2, 5), around(105, 5)), calls));
    }

    @Test
    void says_nothing_when_two_assignments_fit() {
        List<Interval> calls = List.of(new Interval(0, 1), new Interval(2, 3));
        assertEquals(Optional.empty(), Pairing.inOrder(List.of(around(2, 5)), calls));
    }

    @Test
    void says_nothing_when_a_line_has_no_call() {
        assertEquals(Optional.empty(), Pairing.inOrder(List.of(around(500, 5)), List.of(new Interval(0, 1))));
    }

    private static Interval around(long at, long error) {
        return new Interval(at - error, at + error);
    }
}
