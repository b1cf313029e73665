package whence.timeline.witness;

import java.util.Optional;
import java.util.OptionalLong;
import whence.evidence.Clock;
import whence.evidence.Time;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.timeline.clock.SessionClocks;

/// When the records of one artifact happened, as far as witnesses are concerned, and from when to when there are any.
final class Moments {
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final long[] realtime;
    private final long[] error;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean open;

    /// @param records which rows count
    Moments(Events events, RowTest records, SessionClocks clocks) {
        realtime = new long[events.count()];
        error = new long[events.count()];
        for (int row = 0; row < realtime.length; row++) {
            realtime[row] = UNKNOWN;
            if (records.passes(row)) {
                add(row, time(events, row, clocks));
            }
        }
    }

    /// Whether a row counts.
    interface RowTest {
        boolean passes(int row);
    }

    private void add(int row, Optional<Time> time) {
        if (time.isEmpty()) {
            open = true;
            return;
        }
        realtime[row] = time.get().ns();
        error[row] = time.get().errorNs();
        first = Math.min(first, realtime[row] - error[row]);
        last = Math.max(last, realtime[row] + error[row]);
    }

    /// With printk's stamp where there is one: journald's own time is that of receipt, which for the first lines of
    /// a boot is many seconds late.
    private static Optional<Time> time(Events events, int row, SessionClocks clocks) {
        long stamp = printk(events, row);
        return stamp == Events.NO_NUMBER
                ? clocks.time(events, row, Clock.REALTIME)
                : clocks.clocks().convert(clocks.boot(events, row), new Time(Clock.PRINTK, stamp, 0), Clock.REALTIME);
    }

    /// Printk's stamp of a record, nanoseconds; [Events#NO_NUMBER] where it has none.
    static long printk(Events events, int row) {
        long stamp = events.clock(row) == Clock.PRINTK ? events.timeNs(row) : events.number(Fields.PRINTK_NS, row);
        return stamp == Events.NO_TIME ? Events.NO_NUMBER : stamp;
    }

    /// Whether a record may be one with some record of these.
    boolean mayHold(Moments other, int row, long toleranceNs) {
        long reach = other.error[row] + toleranceNs;
        return open
                || other.realtime[row] == UNKNOWN
                || (other.realtime[row] + reach >= first && other.realtime[row] - reach <= last);
    }

    /// Nanoseconds since 1970.
    OptionalLong realtime(int row) {
        return realtime[row] == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(realtime[row]);
    }

    long error(int row) {
        return error[row];
    }
}
