package whence.timeline.witness;

import java.util.Optional;
import java.util.OptionalLong;
import whence.evidence.Time;
import whence.timeline.Events;
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
                add(row, clocks.written(events, row));
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
