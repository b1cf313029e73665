package whence.timeline.clock;

import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;

/// What an artifact rounds its stamps to, as its stamps show: whole seconds, milliseconds, microseconds.
public final class Resolution {
    private static final int ROWS = 2000;
    private static final long S = 1_000_000_000L;
    /// How far sums of steps, and printk's clock at the boot, may be off.
    private static final long MARGIN_NS = 100_000_000;

    private Resolution() {}

    /// The largest power of ten, up to a second, that divides all of its first stamps; 1 where there are none.
    public static long of(Events events) {
        long step = 1_000_000_000L;
        int looked = 0;
        for (int row = 0; row < events.count() && looked < ROWS && step > 1; row++) {
            long ns = events.timeNs(row);
            if (ns != Events.NO_TIME && ns != 0) {
                looked++;
                while (ns % step != 0) {
                    step /= 10;
                }
            }
        }
        return looked == 0 ? 1 : step;
    }

    /// A stamp that was cut off; a coarse one stands in the middle of what it may mean.
    static Time cut(Clock clock, long ns, long resolution) {
        return resolution > 1000
                ? new Time(clock, ns + resolution / 2, resolution / 2)
                : new Time(clock, ns, resolution - 1);
    }

    /// A stamp that dmesg made: it takes the time of day and the uptime without their fractions, which puts lines up to
    /// two seconds early, and adds up steps between lines that are not quite in order.
    static Time made(Clock clock, long ns, String from) {
        return switch (from) {
            case "uptime" -> new Time(clock, ns + S, S + MARGIN_NS);
            case "minutes" -> new Time(clock, ns + 31 * S, 31 * S + MARGIN_NS);
            default -> new Time(clock, ns, MARGIN_NS);
        };
    }
}
