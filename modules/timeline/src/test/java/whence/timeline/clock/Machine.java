package whence.timeline.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.timeline.Events;
import whence.timeline.EventsBuilder;
import whence.timeline.Fields;

/// A made-up boot whose clocks are known: it is suspended, its real time is set to and fro, printk's clock drifts and
/// differs from processor to processor, its journal starts late and is now and then held up.
///
/// Truth is CLOCK_BOOTTIME, which nothing sets and nothing stops.
final class Machine {
    private static final long MS = 1_000_000L;
    private static final long S = 1_000_000_000L;

    final String boot;
    private final SplittableRandom random;
    private final long length;
    /// What happened at an instant of truth: the sum of suspends up to it, and how far real time is ahead from it on.
    private final TreeMap<Long, Long> suspended = new TreeMap<>();

    private final TreeMap<Long, Long> ahead = new TreeMap<>();
    private final double drift;
    private final long printkAhead;
    private final long processors;

    /// @param startNs real time when it began
    /// @param most how often at most it is suspended or its clock set
    Machine(String boot, SplittableRandom random, long startNs, int most) {
        this.boot = boot;
        this.random = random;
        this.length = random.nextLong(60 * S, 3 * 3600 * S);
        this.drift = random.nextDouble(-80e-6, 80e-6);
        this.printkAhead = random.nextLong(0, 60 * MS);
        this.processors = random.nextLong(0, 4 * MS);
        suspended.put(0L, 0L);
        ahead.put(0L, startNs);
        for (int slot = 2; slot < 9 && suspended.size() + ahead.size() < most + 2; slot++) {
            long from = length * slot / 10;
            long size = random.nextLong(200 * MS, random.nextBoolean() ? 10 * S : 7200 * S);
            switch (random.nextInt(6)) {
                case 0 -> suspended.put(from, random.nextLong(S, length / 20));
                case 1 -> ahead.put(random.nextLong(from, from + length / 20), random.nextBoolean() ? size : -size);
                default -> {}
            }
        }
    }

    /// What a clock shows at an instant of truth.
    long shows(Clock clock, long truth) {
        return switch (clock) {
            case BOOTTIME -> truth;
            case REALTIME ->
                truth
                        + ahead.headMap(truth, true).values().stream()
                                .mapToLong(by -> by)
                                .sum();
            case MONOTONIC -> monotonic(truth);
            case PRINTK -> printkAhead + (long) (monotonic(truth) * (1 + drift));
            case TRACE, TIME_OF_DAY, NONE -> throw new IllegalArgumentException(clock.toString());
        };
    }

    private long monotonic(long truth) {
        long slept = 0;
        for (var suspend : suspended.headMap(truth, true).entrySet()) {
            slept += Math.min(suspend.getValue(), truth - suspend.getKey());
        }
        return truth - slept;
    }

    private boolean asleep(long truth) {
        return suspended.entrySet().stream()
                .anyMatch(one ->
                        one.getKey() > 0 && truth >= one.getKey() && truth <= one.getKey() + one.getValue() + MS);
    }

    /// Instants at which it was awake, in order.
    List<Long> instants(int count) {
        List<Long> instants = new ArrayList<>();
        while (instants.size() < count) {
            long at = random.nextInt(3) == 0 ? random.nextLong(0, length / 20) : random.nextLong(0, length);
            if (!asleep(at)) {
                instants.add(at);
            }
        }
        instants.sort(null);
        return instants;
    }

    /// With the lines that tell of what was done to the clocks.
    private List<Long> told(List<Long> truth) {
        List<Long> all = new ArrayList<>(truth);
        List.of(suspended, ahead)
                .forEach(changes -> changes.headMap(length).forEach((at, by) -> {
                    if (at > 0) {
                        all.add(at - 2 * MS);
                        all.add(at + (changes == ahead ? 2 * MS : by + 5 * MS));
                    }
                }));
        all.add(0L);
        all.add(length);
        all.removeIf(this::asleep);
        all.sort(null);
        return all;
    }

    /// A journal with the kernel's lines; the first it finds when it starts.
    Events journal(String name, List<Long> truth) {
        EventsBuilder events = new EventsBuilder(name);
        List<Long> all = told(truth);
        long started = random.nextBoolean() ? 0 : random.nextLong(S, Math.min(40 * S, length / 6));
        for (long printed : all) {
            boolean heldUp = random.nextInt(8) == 0;
            long received = Math.max(started, printed + random.nextLong(20_000, heldUp ? 4 * S : 2 * MS));
            received = asleep(received) ? suspended.floorEntry(received).getKey() + wake(received) : received;
            long second = received + (random.nextInt(40) == 0 ? random.nextLong(MS, 30 * MS) : 2000);
            long monotonic = micros(shows(Clock.MONOTONIC, second));
            int row = events.add(EventKind.KERNEL, Clock.REALTIME, micros(shows(Clock.REALTIME, received)), 0, 1, 0, 1);
            events.set(Fields.BOOT, row, boot);
            events.set(Fields.MONOTONIC_NS, row, monotonic);
            events.set(Fields.PRINTK_NS, row, micros(printk(printed)));
        }
        return events.build();
    }

    private long wake(long truth) {
        return suspended.floorEntry(truth).getValue() + 5 * MS;
    }

    private long printk(long truth) {
        return shows(Clock.PRINTK, truth) + (processors == 0 ? 0 : random.nextLong(processors));
    }

    /// Kernel lines with printk's stamps and the second at which somebody received them.
    Events syslog(String name, List<Long> truth) {
        EventsBuilder events = new EventsBuilder(name);
        for (long printed : told(truth)) {
            long received = printed + random.nextLong(20_000, random.nextInt(8) == 0 ? 4 * S : 20 * MS);
            long awake = asleep(received) ? suspended.floorEntry(received).getKey() + wake(received) : received;
            long second = shows(Clock.REALTIME, awake) / S * S;
            int row = events.add(EventKind.KERNEL, Clock.REALTIME, second, 0, 1, 0, 1);
            events.set(Fields.PRINTK_NS, row, micros(printk(printed)));
        }
        return events.build();
    }

    /// Events with one clock's stamps, cut off to microseconds.
    Events stamped(String name, Clock clock, List<Long> truth, boolean namesBoot) {
        EventsBuilder events = new EventsBuilder(name);
        for (long at : truth) {
            long stamp = clock == Clock.PRINTK ? printk(at) : shows(clock, at);
            int row = events.add(EventKind.KERNEL, clock, micros(stamp), 0, 1, 0, 1);
            if (namesBoot) {
                events.set(Fields.BOOT, row, boot);
            }
        }
        return events.build();
    }

    /// What a capture reads before and after it, and whenever a clock was set or the machine was suspended.
    List<Anchor> readings() {
        List<Long> when = new ArrayList<>(List.of(0L, length));
        suspended.headMap(length).forEach((at, by) -> {
            if (at > 0) {
                when.add(at - 3 * MS);
                when.add(at + by + 4 * MS);
            }
        });
        when.removeIf(this::asleep);
        return when.stream()
                .map(at -> Anchor.exact(
                        boot,
                        Clock.MONOTONIC,
                        shows(Clock.MONOTONIC, at),
                        Clock.BOOTTIME,
                        shows(Clock.BOOTTIME, at),
                        MS))
                .toList();
    }

    private static long micros(long ns) {
        return Math.floorDiv(ns, 1000L) * 1000;
    }
}
