package whence.trail.link;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import whence.bytes.Watch;
import whence.evidence.Clock;
import whence.evidence.EventKind;
import whence.evidence.Grade;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.clock.SessionClocks;
import whence.trail.read.Material;

/// Places an event on the clock of another artifact: by the session's anchors, else by what the clocks since boot
/// have in common.
///
/// CLOCK_BOOTTIME and CLOCK_MONOTONIC run alike until a machine is suspended first; printk's clock stays within
/// some tens of milliseconds of both. Where no kernel log tells of a suspend, one is taken for the other, as
/// assumed.
public final class CommonClock {
    /// How far local_clock may be off the monotonic clock where no journal bounds it.
    private static final long PRINTK_ERROR_NS = 50_000_000;
    /// More kernel lines than this are not read for a suspend; then nothing is taken for granted.
    private static final int MOST_LINES = 200_000;
    /// kernel/power/suspend.c and hibernate.c print these on entry.
    private static final Pattern SUSPEND = Pattern.compile("PM: (suspend entry|hibernation(: hibernation)? entry)");
    private static final Set<Clock> SINCE_BOOT = Set.of(Clock.BOOTTIME, Clock.MONOTONIC, Clock.PRINTK);

    private final Material material;
    private final SessionClocks clocks;
    private @org.jspecify.annotations.Nullable Boolean suspended;

    public CommonClock(Material material) {
        this.material = material;
        this.clocks = material.session().clocks(Watch.NONE);
    }

    /// A time on another clock.
    ///
    /// @param grade observed on the event's own clock, derived by anchors, assumed where clocks were taken
    /// for alike
    public record Placed(Time time, Grade grade) {}

    public SessionClocks clocks() {
        return clocks;
    }

    /// Whether it is known which boot this is, because all there is is of one.
    public boolean known(String boot) {
        return !boot.isEmpty() || clocks.boots().isEmpty();
    }

    /// Empty where nothing places the event there.
    public Optional<Placed> place(Events events, int row, Clock to) {
        if (!known(clocks.boot(events, row)) && to != Clock.REALTIME) {
            return Optional.empty();
        }
        Grade anchored = events.clock(row) == to ? Grade.OBSERVED : Grade.DERIVED;
        return clocks.time(events, row, to)
                .map(time -> new Placed(time, anchored))
                .or(() -> alike(events, row, to).map(time -> new Placed(time, Grade.ASSUMED)));
    }

    private Optional<Time> alike(Events events, int row, Clock to) {
        if (!SINCE_BOOT.contains(to) || suspended()) {
            return Optional.empty();
        }
        Optional<Time> monotonic =
                clocks.time(events, row, Clock.MONOTONIC).or(() -> clocks.time(events, row, Clock.BOOTTIME));
        if (to != Clock.PRINTK && monotonic.isPresent()) {
            return monotonic.map(time -> new Time(to, time.ns(), time.errorNs()));
        }
        return monotonic
                .or(() -> clocks.stamp(events, row))
                .filter(time -> SINCE_BOOT.contains(time.clock()))
                .map(time -> new Time(to, time.ns(), time.errorNs() + PRINTK_ERROR_NS));
    }

    private boolean suspended() {
        Boolean known = suspended;
        if (known == null) {
            known = tellsOfSuspend();
            suspended = known;
        }
        return known;
    }

    private boolean tellsOfSuspend() {
        int lines = 0;
        for (Material.Part part : material.parts()) {
            for (int row = 0; row < part.events().count(); row++) {
                if (part.events().kind(row) == EventKind.KERNEL
                        && (++lines > MOST_LINES
                                || SUSPEND.matcher(part.text(row)).find())) {
                    return true;
                }
            }
        }
        return false;
    }
}
