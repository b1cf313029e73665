package whence.timeline.clock;

import whence.timeline.Events;

/// What an artifact rounds its stamps to, as its stamps show: whole seconds, milliseconds, microseconds.
public final class Resolution {
    private static final int ROWS = 2000;

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
}
