package whence.timeline.clock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;

/// Machines whose clocks are known, made up from a seed: what is said about their times is true, or nothing is said.
/// Where a log gives nothing but the second of receipt, the clocks of its machine are changed once at most: two changes
/// between three prompt lines cannot be told from one.
class ClockTruthTest {
    private static final List<Clock> CLOCKS = List.of(Clock.REALTIME, Clock.BOOTTIME, Clock.MONOTONIC, Clock.PRINTK);
    private static final long EPOCH = 1_700_000_000_000_000_000L;

    private record Stream(Machine machine, Clock clock, Events events, List<Long> truth) {}

    static LongStream someSeeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("someSeeds")
    void the_true_time_lies_within_the_error_and_no_order_is_wrong(long seed) {
        hold(seed);
    }

    @Test
    @Tag("deep")
    void the_same_of_two_thousand_machines() {
        assertAll(LongStream.range(1000, 3000).mapToObj(seed -> () -> hold(seed)));
    }

    private static void hold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Machine> boots = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        boolean journal = count > 1 || random.nextInt(4) > 0;
        for (int i = 0; i < count; i++) {
            boots.add(new Machine("boot" + i, random, EPOCH + i * 86_400_000_000_000L, journal ? 7 : 1));
        }
        List<Stream> streams = new ArrayList<>();
        List<Events> artifacts = new ArrayList<>();
        List<Anchor> readings = new ArrayList<>();
        for (Machine machine : boots) {
            add(streams, machine, random, boots.size() > 1 || random.nextBoolean());
            readings.addAll(machine.readings());
            List<Long> lines = machine.instants(random.nextInt(5, 300));
            artifacts.add(
                    journal
                            ? machine.journal("journal of " + machine.boot, lines)
                            : machine.syslog("syslog of " + machine.boot, lines));
        }
        streams.forEach(stream -> artifacts.add(stream.events()));
        SessionClocks clocks = SessionClocks.of(artifacts, readings);
        streams.forEach(stream -> conversionsHold(seed, stream, clocks));
        streams.forEach(a -> streams.forEach(b -> orderHolds(seed, a, b, clocks)));
    }

    private static void add(List<Stream> streams, Machine machine, SplittableRandom random, boolean named) {
        for (Clock clock : CLOCKS) {
            List<Long> truth = machine.instants(40);
            Events events = machine.stamped(clock + " of " + machine.boot, clock, truth, named);
            streams.add(new Stream(machine, clock, events, truth));
        }
    }

    private static void conversionsHold(long seed, Stream stream, SessionClocks clocks) {
        for (int row = 0; row < stream.truth().size(); row++) {
            for (Clock to : CLOCKS) {
                Optional<Time> time = clocks.time(stream.events(), row, to);
                if (time.isPresent()) {
                    long truth = stream.machine().shows(to, stream.truth().get(row));
                    long off = Math.abs(time.get().ns() - truth);
                    long processors = to == Clock.PRINTK || stream.clock() == Clock.PRINTK ? 4_000_000 : 0;
                    long allowed = time.get().errorNs() + (to == stream.clock() ? processors : 0);
                    int at = row;
                    assertTrue(
                            off <= allowed,
                            () -> "seed " + seed + ", " + stream.events().artifact() + " row " + at + " on " + to
                                    + ": off by " + off + " ns, said "
                                    + time.get().errorNs());
                }
            }
        }
    }

    private static void orderHolds(long seed, Stream a, Stream b, SessionClocks clocks) {
        for (int i = 0; i < a.truth().size(); i++) {
            for (int j = 0; j < b.truth().size(); j++) {
                Precedence order = clocks.order(a.events(), i, b.events(), j);
                if (a.machine() != b.machine()) {
                    continue;
                }
                long apart = b.truth().get(j) - a.truth().get(i);
                boolean own = a == b && a.clock() == Clock.PRINTK;
                long processors = own ? 4_000_000 : 0;
                boolean wrong = order == Precedence.BEFORE && apart < -processors
                        || order == Precedence.AFTER && apart > processors;
                assertTrue(
                        !wrong,
                        "seed " + seed + ": " + a.events().artifact() + " row " + i + " is not " + order + " "
                                + b.events().artifact() + " row " + j + ", apart " + apart);
            }
        }
    }

    /// A test that says nothing about everything would hold too.
    @Test
    void most_is_said_and_said_closely() {
        Map<Clock, List<Long>> errors = new EnumMap<>(Clock.class);
        int asked = 0;
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Machine machine = new Machine("boot", random, EPOCH, 7);
            List<Stream> streams = new ArrayList<>();
            add(streams, machine, random, true);
            List<Events> artifacts =
                    new ArrayList<>(streams.stream().map(Stream::events).toList());
            artifacts.add(machine.journal("journal", machine.instants(300)));
            SessionClocks clocks = SessionClocks.of(artifacts, machine.readings());
            for (Stream stream : streams) {
                for (int row = 0; row < stream.truth().size(); row++) {
                    asked++;
                    clocks.time(stream.events(), row, Clock.REALTIME)
                            .ifPresent(time -> errors.computeIfAbsent(stream.clock(), c -> new ArrayList<>())
                                    .add(time.errorNs()));
                }
            }
        }
        int said = errors.values().stream().mapToInt(List::size).sum();
        assertTrue(said > asked * 90 / 100, said + " of " + asked);
        assertEquals(999, median(errors, Clock.REALTIME));
        assertTrue(median(errors, Clock.MONOTONIC) < 20_000_000, "monotonic " + median(errors, Clock.MONOTONIC));
        assertTrue(median(errors, Clock.BOOTTIME) < 500_000_000, "boottime " + median(errors, Clock.BOOTTIME));
        assertTrue(median(errors, Clock.PRINTK) < 60_000_000, "printk " + median(errors, Clock.PRINTK));
    }

    private static long median(Map<Clock, List<Long>> errors, Clock clock) {
        List<Long> sorted = errors.getOrDefault(clock, List.of(Long.MAX_VALUE)).stream()
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
