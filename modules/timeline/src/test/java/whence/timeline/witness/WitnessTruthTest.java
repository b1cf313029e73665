package whence.timeline.witness;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Ref;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;
import whence.timeline.Texts;
import whence.timeline.Timeline;
import whence.timeline.Witnesses;
import whence.timeline.clock.SessionClocks;

/// Logs of made-up records, many with equal texts milliseconds apart, of which each artifact holds a part: two records
/// are never taken for one.
class WitnessTruthTest {
    private static final long US = 1000L;
    private static final long S = 1_000_000_000L;
    private static final long EPOCH = 1_700_000_000L * S;
    private static final List<String> WORDS = List.of("oops", "usb found", "link up");

    private final Map<String, List<Integer>> records = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();

    private record Printed(long atNs, String text) {}

    private final Texts texts = new Texts() {
        @Override
        public String text(Events events, int row) {
            return lines.get(events.artifact()).get(row);
        }

        @Override
        public Optional<Bytes> plain(Events events) {
            return Optional.empty();
        }
    };

    static LongStream someSeeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("someSeeds")
    void two_records_are_never_taken_for_one(long seed) {
        hold(seed);
    }

    @Test
    @Tag("deep")
    void the_same_of_two_thousand_sessions() {
        assertAll(LongStream.range(1000, 3000).mapToObj(seed -> () -> hold(seed)));
    }

    private void hold(long seed) {
        records.clear();
        lines.clear();
        SplittableRandom random = new SplittableRandom(seed);
        List<Printed> log = log(random);
        List<Events> artifacts = new ArrayList<>();
        artifacts.add(journal("journal", random, log, 70));
        artifacts.add(stamped("dmesg", random, log, 70));
        artifacts.add(stamped("raw", random, log, 100));
        SessionClocks clocks = SessionClocks.of(artifacts);
        Witnesses witnesses = WitnessSearch.of(artifacts, texts, clocks, Watch.NONE);
        Timeline timeline = Timeline.of(artifacts, clocks.placement(), witnesses);
        for (int at = 0; at < timeline.size(); at++) {
            int own = record(timeline.ref(at));
            for (Ref.Event twin : timeline.witnesses(at)) {
                assertEquals(own, record(twin), "seed " + seed + ": " + timeline.ref(at) + " and " + twin);
            }
        }
        assertTrue(timeline.size() == log.size(), "seed " + seed + ": " + timeline.size() + " of " + log.size());
    }

    private int record(Ref.Event event) {
        return records.get(event.artifact()).get(event.ordinal());
    }

    private static List<Printed> log(SplittableRandom random) {
        List<Printed> log = new ArrayList<>();
        long at = S;
        for (int i = 0; i < 60; i++) {
            at += random.nextInt(3) == 0 ? random.nextLong(2, 40_000) * US : random.nextLong(S / 4, 5 * S);
            log.add(new Printed(at / US * US, WORDS.get(random.nextInt(WORDS.size()))));
        }
        return log;
    }

    private Events journal(String name, SplittableRandom random, List<Printed> log, int percent) {
        EventsBuilder events = new EventsBuilder(name);
        for (int i = 0; i < log.size(); i++) {
            if (held(name, random, log, i, percent)) {
                long received = log.get(i).atNs() + random.nextLong(100 * US, 3 * S) / US * US;
                int row = events.add(EventKind.KERNEL, Clock.REALTIME, EPOCH + received, 0, i + 1, i, 1);
                events.set(Fields.MONOTONIC_NS, row, received);
                events.set(Fields.PRINTK_NS, row, log.get(i).atNs());
                events.set(Fields.BOOT, row, "boot");
            }
        }
        return events.build();
    }

    private Events stamped(String name, SplittableRandom random, List<Printed> log, int percent) {
        EventsBuilder events = new EventsBuilder(name);
        for (int i = 0; i < log.size(); i++) {
            if (held(name, random, log, i, percent)) {
                events.add(EventKind.KERNEL, Clock.PRINTK, log.get(i).atNs(), 0, i + 1, i, 1);
            }
        }
        return events.build();
    }

    private boolean held(String name, SplittableRandom random, List<Printed> log, int record, int percent) {
        boolean held = random.nextInt(100) < percent;
        if (held) {
            records.computeIfAbsent(name, n -> new ArrayList<>()).add(record);
            lines.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(log.get(record).text());
        }
        return held;
    }

    /// Logs that round to seconds: what may be the one or the other is not joined.
    @Test
    void one_line_in_one_log_and_two_within_a_second_in_the_other_are_not_joined() {
        List<Events> artifacts =
                List.of(seconds("whole", List.of(0, 1), List.of(10L, 10L)), seconds("part", List.of(1), List.of(10L)));
        assertEquals(3, size(artifacts));
    }

    @Test
    void periodic_lines_are_joined_to_those_of_their_own_second_where_a_log_begins_later() {
        List<Events> artifacts = List.of(
                seconds("whole", List.of(0, 1, 2, 3), List.of(10L, 20L, 30L, 40L)),
                seconds("part", List.of(2, 3), List.of(30L, 40L)));
        assertEquals(4, size(artifacts));
    }

    private int size(List<Events> artifacts) {
        SessionClocks clocks = SessionClocks.of(artifacts);
        return Timeline.of(artifacts, clocks.placement(), WitnessSearch.of(artifacts, texts, clocks, Watch.NONE))
                .size();
    }

    private Events seconds(String name, List<Integer> held, List<Long> seconds) {
        EventsBuilder events = new EventsBuilder(name);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            events.add(EventKind.KERNEL, Clock.REALTIME, EPOCH + seconds.get(i) * S, 0, 1, 0, 1);
            shown.add("link up");
        }
        lines.put(name, shown);
        return events.build();
    }
}
