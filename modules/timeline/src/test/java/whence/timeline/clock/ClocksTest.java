package whence.timeline.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Timeline;

class ClocksTest {
    private static final long S = 1_000_000_000L;
    private static final long MS = 1_000_000L;
    private static final String BOOT = "ae0e3fa746344611b31a7bd19b8deea8";

    private static Anchor reading(String boot, long monotonicNs, long realtimeNs) {
        return Anchor.exact(boot, Clock.MONOTONIC, monotonicNs, Clock.REALTIME, realtimeNs, 1000);
    }

    private static Time monotonic(long ns) {
        return new Time(Clock.MONOTONIC, ns, 0);
    }

    @Test
    void without_an_anchor_there_is_no_conversion_and_no_order() {
        assertEquals(Optional.empty(), Clocks.NONE.convert(BOOT, monotonic(S), Clock.REALTIME));
        assertEquals(
                Precedence.UNORDERED,
                Clocks.NONE.order(BOOT, monotonic(S), BOOT, new Time(Clock.BOOTTIME, 100 * S, 0)));
    }

    @Test
    void between_anchors_that_agree_the_error_is_theirs_and_what_slewing_may_do() {
        Clocks clocks = Clocks.of(List.of(reading(BOOT, 10 * S, 1010 * S), reading(BOOT, 20 * S, 1020 * S)));
        Time there = clocks.convert(BOOT, monotonic(15 * S), Clock.REALTIME).orElseThrow();
        assertEquals(1015 * S, there.ns());
        assertTrue(there.errorNs() >= 1000 && there.errorNs() < 3 * MS, "error " + there.errorNs());
        Time back = clocks.convert(BOOT, there, Clock.MONOTONIC).orElseThrow();
        assertTrue(Math.abs(back.ns() - 15 * S) <= back.errorNs());
    }

    @Test
    void a_step_between_two_anchors_is_in_the_error() {
        Clocks clocks = Clocks.of(List.of(reading(BOOT, 10 * S, 1010 * S), reading(BOOT, 20 * S, 1080 * S)));
        Time there = clocks.convert(BOOT, monotonic(15 * S), Clock.REALTIME).orElseThrow();
        assertTrue(there.ns() - there.errorNs() <= 1015 * S && there.ns() + there.errorNs() >= 1075 * S);
        Time before = clocks.convert(BOOT, monotonic(9 * S), Clock.REALTIME).orElseThrow();
        assertTrue(before.errorNs() < MS);
    }

    @Test
    void far_from_every_anchor_nothing_is_said() {
        Clocks clocks = Clocks.of(List.of(reading(BOOT, 10 * S, 1010 * S)));
        assertEquals(Optional.empty(), clocks.convert(BOOT, monotonic(5000 * S), Clock.REALTIME));
    }

    @Test
    void boots_are_never_joined_but_by_real_time() {
        Clocks clocks = Clocks.of(List.of(reading("one", 10 * S, 1010 * S), reading("two", 10 * S, 9010 * S)));
        assertEquals(Precedence.BEFORE, clocks.order("one", monotonic(11 * S), "two", monotonic(10 * S)));
        assertEquals(Precedence.UNORDERED, Clocks.NONE.order("one", monotonic(11 * S), "two", monotonic(10 * S)));
        assertEquals(Optional.empty(), clocks.convert("three", monotonic(S), Clock.REALTIME));
    }

    @Test
    void conversions_go_over_a_clock_between_and_errors_add_up() {
        Clocks clocks = Clocks.of(List.of(
                reading(BOOT, 10 * S, 1010 * S), new Anchor(BOOT, Clock.PRINTK, Clock.MONOTONIC, 10 * S, -20 * MS, 0)));
        Time there = clocks.convert(BOOT, new Time(Clock.PRINTK, 10 * S, 0), Clock.REALTIME)
                .orElseThrow();
        assertTrue(there.errorNs() >= 10 * MS);
        assertTrue(Math.abs(there.ns() - (1010 * S - 10 * MS)) < MS);
    }

    @Test
    void events_closer_than_their_errors_are_unordered() {
        assertEquals(
                Precedence.UNORDERED,
                Clocks.NONE.order(BOOT, new Time(Clock.PRINTK, S, 5), BOOT, new Time(Clock.PRINTK, S + 9, 5)));
        assertEquals(
                Precedence.BEFORE,
                Clocks.NONE.order(BOOT, new Time(Clock.PRINTK, S, 5), BOOT, new Time(Clock.PRINTK, S + 11, 5)));
    }

    private static Events journal() {
        EventsBuilder events = new EventsBuilder("journal");
        for (int i = 0; i < 200; i++) {
            long printk = (20 + i) * S;
            long truth = printk - 16 * MS;
            long received = truth + (i % 5 == 0 ? 400 * MS : (i % 7) * MS);
            int row = events.add(EventKind.KERNEL, Clock.REALTIME, 1000 * S + received, 0, i + 1, i, 1);
            events.set(Fields.BOOT, row, BOOT);
            events.set(Fields.MONOTONIC_NS, row, received);
            events.set(Fields.PRINTK_NS, row, printk);
        }
        return events.build();
    }

    @Test
    void printks_own_clock_is_estimated_and_the_truth_lies_within_the_error() {
        EventsBuilder dmesg = new EventsBuilder("dmesg");
        for (int i = 0; i < 5; i++) {
            dmesg.add(EventKind.KERNEL, Clock.PRINTK, (40 + i) * S + 1000, 0, i + 1, i, 1);
        }
        Events lines = dmesg.build();
        SessionClocks clocks = SessionClocks.of(List.of(journal(), lines));
        Time there = clocks.time(lines, 0, Clock.MONOTONIC).orElseThrow();
        long truth = 40 * S + 1000 - 16 * MS;
        assertTrue(Math.abs(there.ns() - truth) <= there.errorNs(), there + " but " + truth);
        assertTrue(there.errorNs() < 100 * MS, "error " + there.errorNs());
    }

    @Test
    void a_timeline_places_kernel_lines_among_the_journals_and_leaves_what_cannot_be_joined_behind() {
        EventsBuilder dmesg = new EventsBuilder("dmesg");
        dmesg.add(EventKind.KERNEL, Clock.PRINTK, 40 * S + 500 * MS, 0, 1, 0, 1);
        EventsBuilder trace = new EventsBuilder("trace");
        trace.add(EventKind.PROBE, Clock.TRACE, 40 * S, 0, 1, 0, 1);
        List<Events> all = List.of(trace.build(), journal(), dmesg.build());
        SessionClocks clocks = SessionClocks.of(all);
        Timeline timeline = Timeline.of(all, clocks.placement());
        int at = timeline.indexOf(new whence.evidence.Ref.Event("dmesg", 0));
        assertEquals(20, timeline.row(at - 1));
        assertEquals("trace", timeline.events(timeline.size() - 1).artifact());
        assertEquals(Precedence.UNORDERED, clocks.order(all.get(0), 0, all.get(1), 0));
    }

    @Test
    void whole_seconds_carry_half_a_second_of_error() {
        EventsBuilder dmesg = new EventsBuilder("dmesg -T");
        for (int i = 0; i < 5; i++) {
            dmesg.add(EventKind.KERNEL, Clock.REALTIME, (1700000000L + i) * S, 0, i + 1, i, 1);
        }
        Events lines = dmesg.build();
        SessionClocks clocks = SessionClocks.of(List.of(lines));
        assertEquals(S / 2, clocks.stamp(lines, 0).orElseThrow().errorNs());
        assertEquals(Precedence.UNORDERED, clocks.order(lines, 0, lines, 1));
        assertEquals(Precedence.BEFORE, clocks.order(lines, 0, lines, 2));
    }
}
