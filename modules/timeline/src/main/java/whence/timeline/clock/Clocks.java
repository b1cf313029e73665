package whence.timeline.clock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.evidence.Clock;
import whence.evidence.Time;

/// The clocks of a session and what joins them. Immutable; any thread.
///
/// A conversion goes from anchor to anchor over as few clocks as possible and carries the sum of their errors;
/// where nothing joins two clocks there is no conversion. Clocks of different boots are never joined, but for real
/// time, which all boots share.
public final class Clocks {
    /// Nothing is joined.
    public static final Clocks NONE = new Clocks(Map.of(), Map.of());

    private final Map<String, Map<Clock, Map<Clock, Way>>> boots;
    private final Map<String, SetBack> setBack;

    private Clocks(Map<String, Map<Clock, Map<Clock, Way>>> boots, Map<String, SetBack> setBack) {
        this.boots = boots;
        this.setBack = setBack;
    }

    public static Clocks of(Collection<Anchor> anchors) {
        Map<String, Map<Clock, Map<Clock, List<Anchor>>>> sorted = new HashMap<>();
        for (Anchor anchor : anchors) {
            put(sorted, anchor.fromSteadier());
        }
        Map<String, Map<Clock, Map<Clock, Way>>> boots = new HashMap<>();
        Map<String, SetBack> setBack = new HashMap<>();
        sorted.forEach((boot, pairs) -> pairs.forEach((from, targets) -> targets.forEach((to, seen) -> {
            Pieces pieces = new Pieces(seen);
            ways(boots, boot, from).put(to, pieces);
            ways(boots, boot, to).put(from, new Inverse(pieces));
            if (to == Clock.REALTIME) {
                setBack.merge(boot, SetBack.of(pieces), SetBack::and);
            }
        })));
        return new Clocks(boots, setBack);
    }

    private static void put(Map<String, Map<Clock, Map<Clock, List<Anchor>>>> sorted, Anchor anchor) {
        sorted.computeIfAbsent(anchor.boot(), b -> new EnumMap<>(Clock.class))
                .computeIfAbsent(anchor.from(), c -> new EnumMap<>(Clock.class))
                .computeIfAbsent(anchor.to(), c -> new ArrayList<>())
                .add(anchor);
    }

    private static Map<Clock, Way> ways(Map<String, Map<Clock, Map<Clock, Way>>> boots, String boot, Clock from) {
        return boots.computeIfAbsent(boot, b -> new EnumMap<>(Clock.class))
                .computeIfAbsent(from, c -> new EnumMap<>(Clock.class));
    }

    /// The boots that anchors are known of.
    public Collection<String> boots() {
        return boots.keySet().stream().sorted().toList();
    }

    /// A stamp on another clock of the same boot; empty where nothing joins the two there.
    public Optional<Time> convert(String boot, Time time, Clock to) {
        if (time.clock() == to) {
            return Optional.of(time);
        }
        Map<Clock, Time> reached = new EnumMap<>(Clock.class);
        reached.put(time.clock(), time);
        Deque<Clock> next = new ArrayDeque<>(List.of(time.clock()));
        while (!next.isEmpty() && !reached.containsKey(to)) {
            Clock clock = next.remove();
            boots.getOrDefault(boot, Map.of()).getOrDefault(clock, Map.of()).forEach((target, way) -> {
                Time known = reached.get(clock);
                Time there = known == null || reached.containsKey(target) ? null : step(known, way, target);
                if (there != null) {
                    reached.put(target, there);
                    next.add(target);
                }
            });
        }
        return Optional.ofNullable(reached.get(to));
    }

    private static @org.jspecify.annotations.Nullable Time step(Time time, Way way, Clock to) {
        Way.Range there = way.over(time.ns() - time.errorNs(), time.ns() + time.errorNs());
        return there == null
                ? null
                : new Time(
                        to, there.least() + (there.most() - there.least()) / 2, (there.most() - there.least() + 1) / 2);
    }

    /// How two stamps stand to each other. Of two boots only real time is compared.
    public Precedence order(String bootA, Time a, String bootB, Time b) {
        boolean sameBoot = bootA.equals(bootB);
        boolean sameClock = a.clock() == b.clock() && (sameBoot || a.clock() == Clock.REALTIME);
        if (sameBoot && sameClock && a.clock() == Clock.REALTIME && twice(bootA, a, b)) {
            return steadily(bootA, a, b);
        }
        if (sameClock) {
            return compare(a, b);
        }
        Optional<Precedence> steady = sameBoot ? onOneClock(bootA, a, b) : Optional.empty();
        if (steady.isPresent()) {
            return steady.get();
        }
        Optional<Time> left = convert(bootA, a, Clock.REALTIME);
        Optional<Time> right = convert(bootB, b, Clock.REALTIME);
        return left.isEmpty() || right.isEmpty() || (sameBoot && twice(bootA, left.get(), right.get()))
                ? Precedence.UNORDERED
                : compare(left.get(), right.get());
    }

    /// On the one of their two clocks that is not real time, which may go back.
    private Optional<Precedence> onOneClock(String boot, Time a, Time b) {
        return b.clock() == Clock.REALTIME
                ? convert(boot, b, a.clock()).map(there -> compare(a, there))
                : convert(boot, a, b.clock()).map(there -> compare(there, b));
    }

    private boolean twice(String boot, Time a, Time b) {
        return setBack.getOrDefault(boot, SetBack.NEVER).holdsBoth(a.ns(), a.errorNs(), b.ns(), b.errorNs());
    }

    /// By a clock that is never set, since real time was set back here.
    private Precedence steadily(String boot, Time a, Time b) {
        for (Clock steady : List.of(Clock.MONOTONIC, Clock.BOOTTIME)) {
            Optional<Time> left = convert(boot, a, steady);
            Optional<Time> right = convert(boot, b, steady);
            if (left.isPresent() && right.isPresent()) {
                return compare(left.get(), right.get());
            }
        }
        return Precedence.UNORDERED;
    }

    private static Precedence compare(Time a, Time b) {
        if (a.clock() == Clock.NONE || a.clock() == Clock.TIME_OF_DAY) {
            return Precedence.UNORDERED;
        }
        long apart = b.ns() - a.ns();
        if (Math.abs(apart) <= a.errorNs() + b.errorNs()) {
            return Precedence.UNORDERED;
        }
        return apart > 0 ? Precedence.BEFORE : Precedence.AFTER;
    }
}
