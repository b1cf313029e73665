package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Column;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.Placement;

/// The clocks of a set of artifacts, joined by what their records say and by readings that a capture took; and the
/// times of their events with errors. Immutable; any thread.
///
/// An artifact that names no boot belongs to the one that its lines tell, else to the only boot there is, and to none
/// where there are several: its stamps are then joined with nothing.
public final class SessionClocks {
    private final Clocks clocks;
    private final Set<String> boots;
    private final Map<String, String> told;
    private final Map<String, Long> resolutions;

    private SessionClocks(Clocks clocks, Set<String> boots, Map<String, String> told, Map<String, Long> resolutions) {
        this.clocks = clocks;
        this.boots = boots;
        this.told = told;
        this.resolutions = resolutions;
    }

    /// Joins by the records alone.
    public static SessionClocks of(Collection<Events> artifacts) {
        return of(artifacts, List.of());
    }

    /// Joins by the records and by what the capture read; a reading with an empty boot belongs to the only one
    /// there is.
    public static SessionClocks of(Collection<Events> artifacts, Collection<Anchor> readings) {
        return of(artifacts, readings, Map.of());
    }

    /// The same, with the boots of artifacts that name none, where their lines tell
    /// ([whence.timeline.boot.BootSearch]).
    public static SessionClocks of(
            Collection<Events> artifacts, Collection<Anchor> readings, Map<String, String> told) {
        Set<String> boots = new TreeSet<>(told.values());
        artifacts.forEach(events -> boots.addAll(boots(events)));
        String only = only(boots);
        JournalAnchors found = new JournalAnchors();
        Map<String, Long> resolutions = new HashMap<>();
        for (Events events : artifacts) {
            found.read(events, told.getOrDefault(events.artifact(), only));
            resolutions.put(events.artifact(), Resolution.of(events));
        }
        List<Anchor> anchors = new ArrayList<>(found.anchors());
        for (Anchor reading : readings) {
            String boot = reading.boot().isEmpty() ? only : reading.boot();
            anchors.add(new Anchor(boot, reading.from(), reading.to(), reading.atNs(), reading.low(), reading.high()));
        }
        return new SessionClocks(Clocks.of(anchors), Set.copyOf(boots), Map.copyOf(told), resolutions);
    }

    private static Collection<String> boots(Events events) {
        return events.column(Fields.BOOT) instanceof Column.Texts texts ? texts.dictionary() : List.of();
    }

    private static String only(Set<String> boots) {
        return boots.size() == 1 ? boots.iterator().next() : "";
    }

    public Clocks clocks() {
        return clocks;
    }

    /// The boots that the artifacts name, and those that their lines tell apart.
    public Set<String> boots() {
        return boots;
    }

    /// Boot of an event; empty where nobody knows.
    public String boot(Events events, int row) {
        String own = events.text(Fields.BOOT, row);
        return own == null ? told.getOrDefault(events.artifact(), only(boots)) : own;
    }

    /// The event's own stamp; its error covers what the artifact cut off. Coarse stamps stand in the middle of that.
    public Optional<Time> stamp(Events events, int row) {
        long ns = events.timeNs(row);
        if (ns == Events.NO_TIME || events.text(Fields.OPEN, row) != null) {
            return Optional.empty();
        }
        String made = events.text(Fields.STAMP, row);
        return Optional.of(
                made == null
                        ? Resolution.cut(events.clock(row), ns, resolutions.getOrDefault(events.artifact(), 1L))
                        : Resolution.made(events.clock(row), ns, made));
    }

    /// The event's time on another clock; empty where nothing joins the two.
    public Optional<Time> time(Events events, int row, Clock to) {
        Optional<Time> stamp = stamp(events, row);
        if (stamp.isPresent() && stamp.get().clock() == Clock.TRACE && to != Clock.TRACE) {
            return clocks.convert(ownBoot(events), stamp.get(), Clock.REALTIME)
                    .flatMap(real -> clocks.convert(boot(events, row), real, to));
        }
        return stamp.flatMap(own -> clocks.convert(boot(events, row), own, to));
    }

    /// What stands for the boot where a clock is the artifact's alone: two traces' own clocks are never one.
    static String ownBoot(Events events) {
        return "\u0000" + events.artifact();
    }

    /// When a record was written, on real time: by printk's stamp where it has one, since journald received the first
    /// lines of a boot many seconds late; else by its own.
    public Optional<Time> written(Events events, int row) {
        long stamp = printk(events, row);
        return stamp == Events.NO_NUMBER
                ? time(events, row, Clock.REALTIME)
                : clocks.convert(boot(events, row), new Time(Clock.PRINTK, stamp, 0), Clock.REALTIME);
    }

    /// Printk's stamp of a record, nanoseconds; [Events#NO_NUMBER] where it has none.
    public static long printk(Events events, int row) {
        long stamp = events.clock(row) == Clock.PRINTK ? events.timeNs(row) : events.number(Fields.PRINTK_NS, row);
        return stamp == Events.NO_TIME ? Events.NO_NUMBER : stamp;
    }

    /// How two events stand to each other in time. Within one artifact that writes in order its order decides nothing:
    /// only stamps do.
    public Precedence order(Events a, int rowA, Events b, int rowB) {
        boolean own = a.artifact().equals(b.artifact()) && a.clock(rowA) == b.clock(rowB);
        Optional<Precedence> received = byReceipt(a, rowA, b, rowB);
        if (received.isPresent()) {
            return received.get();
        }
        Optional<Time> left = comparable(a, rowA, own);
        Optional<Time> right = comparable(b, rowB, own);
        if (left.isEmpty() || right.isEmpty()) {
            return Precedence.UNORDERED;
        }
        boolean openDate = left.get().clock() == Clock.TIME_OF_DAY;
        if (own && openDate) {
            return sameDay(left.get(), right.get());
        }
        boolean knownBoot = !boot(a, rowA).isEmpty() || own;
        return !knownBoot && left.get().clock() != Clock.REALTIME
                ? Precedence.UNORDERED
                : clocks.order(boot(a, rowA), left.get(), boot(b, rowB), right.get());
    }

    /// Journal entries of one boot carry a clock that is never set beside real time, which may have been.
    private Optional<Precedence> byReceipt(Events a, int rowA, Events b, int rowB) {
        long left = a.number(Fields.MONOTONIC_NS, rowA);
        long right = b.number(Fields.MONOTONIC_NS, rowB);
        String boot = boot(a, rowA);
        return left == Events.NO_NUMBER || right == Events.NO_NUMBER || boot.isEmpty() || !boot.equals(boot(b, rowB))
                ? Optional.empty()
                : Optional.of(clocks.order(
                        boot, new Time(Clock.MONOTONIC, left, 0), boot, new Time(Clock.MONOTONIC, right, 0)));
    }

    /// The stamp; of a clock that is its artifact's alone what it is on real time, but within the artifact.
    private Optional<Time> comparable(Events events, int row, boolean own) {
        Optional<Time> stamp = stamp(events, row);
        return own || stamp.isEmpty() || stamp.get().clock() != Clock.TRACE ? stamp : time(events, row, Clock.REALTIME);
    }

    private static Precedence sameDay(Time a, Time b) {
        long apart = b.ns() - a.ns();
        return Math.abs(apart) <= a.errorNs() + b.errorNs()
                ? Precedence.UNORDERED
                : apart > 0 ? Precedence.BEFORE : Precedence.AFTER;
    }

    /// Places events on real time, for a [whence.timeline.Timeline]; what cannot be joined has no place.
    public Placement placement() {
        return (events, row) -> events.clock(row) == Clock.REALTIME && events.text(Fields.OPEN, row) == null
                ? events.timeNs(row)
                : time(events, row, Clock.REALTIME).map(Time::ns).orElse(Events.NO_TIME);
    }
}
