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
    public static final Clocks NONE = new Clocks(Map.of());

    private final Map<String, Map<Clock, Map<Clock, Pieces>>> boots;

    private Clocks(Map<String, Map<Clock, Map<Clock, Pieces>>> boots) {
        this.boots = boots;
    }

    public static Clocks of(Collection<Anchor> anchors) {
        Map<String, Map<Clock, Map<Clock, List<Anchor>>>> sorted = new HashMap<>();
        for (Anchor anchor : anchors) {
            put(sorted, anchor);
            put(sorted, anchor.reversed());
        }
        Map<String, Map<Clock, Map<Clock, Pieces>>> boots = new HashMap<>();
        sorted.forEach((boot, pairs) -> boots.put(boot, pieces(pairs)));
        return new Clocks(boots);
    }

    private static void put(Map<String, Map<Clock, Map<Clock, List<Anchor>>>> sorted, Anchor anchor) {
        sorted.computeIfAbsent(anchor.boot(), b -> new EnumMap<>(Clock.class))
                .computeIfAbsent(anchor.from(), c -> new EnumMap<>(Clock.class))
                .computeIfAbsent(anchor.to(), c -> new ArrayList<>())
                .add(anchor);
    }

    private static Map<Clock, Map<Clock, Pieces>> pieces(Map<Clock, Map<Clock, List<Anchor>>> pairs) {
        Map<Clock, Map<Clock, Pieces>> all = new EnumMap<>(Clock.class);
        pairs.forEach((from, targets) -> {
            Map<Clock, Pieces> pieces = new EnumMap<>(Clock.class);
            targets.forEach((to, anchors) -> pieces.put(to, new Pieces(anchors)));
            all.put(from, pieces);
        });
        return all;
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
            boots.getOrDefault(boot, Map.of()).getOrDefault(clock, Map.of()).forEach((target, pieces) -> {
                Time known = reached.get(clock);
                Time there = known == null || reached.containsKey(target) ? null : step(known, pieces, target);
                if (there != null) {
                    reached.put(target, there);
                    next.add(target);
                }
            });
        }
        return Optional.ofNullable(reached.get(to));
    }

    private static @org.jspecify.annotations.Nullable Time step(Time time, Pieces pieces, Clock to) {
        Pieces.Offset offset = pieces.at(time.ns());
        if (offset == null) {
            return null;
        }
        long middle = offset.low() + (offset.high() - offset.low()) / 2;
        return new Time(to, time.ns() + middle, time.errorNs() + (offset.high() - offset.low() + 1) / 2);
    }

    /// How two stamps stand to each other. Of two boots only real time is compared.
    public Precedence order(String bootA, Time a, String bootB, Time b) {
        boolean sameBoot = bootA.equals(bootB);
        boolean sameClock = a.clock() == b.clock() && (sameBoot || a.clock() == Clock.REALTIME);
        if (sameClock) {
            return compare(a, b);
        }
        if (sameBoot) {
            Optional<Time> there = convert(bootA, a, b.clock());
            if (there.isPresent()) {
                return compare(there.get(), b);
            }
        }
        Optional<Time> left = convert(bootA, a, Clock.REALTIME);
        Optional<Time> right = convert(bootB, b, Clock.REALTIME);
        return left.isPresent() && right.isPresent() ? compare(left.get(), right.get()) : Precedence.UNORDERED;
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
