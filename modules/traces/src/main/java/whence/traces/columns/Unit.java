package whence.traces.columns;

import java.util.Locale;
import whence.evidence.Clock;
import whence.timeline.Events;
import whence.traces.text.Ascii;
import whence.traces.text.Stamp;

/// What a column of time counts, as its name says: `TIME(ms)`, `nsecs`, `elapsed`.
enum Unit {
    /// The name does not say: ten and more digits are nanoseconds, fewer are seconds.
    UNSAID(0),
    SECONDS(1_000_000_000),
    MILLISECONDS(1_000_000),
    MICROSECONDS(1_000),
    NANOSECONDS(1),
    /// bpftrace's `elapsed`: nanoseconds since the script began.
    ELAPSED(1);

    /// From here on a count of nanoseconds is one since 1970: no machine is up for three years and counts like that.
    private static final long SINCE_1970 = 100_000_000L * 1_000_000_000L;

    private final long ns;

    Unit(long ns) {
        this.ns = ns;
    }

    static Unit named(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        int open = lower.indexOf('(');
        return switch (open < 0 ? lower : lower.substring(open)) {
            case "(s)", "(sec)" -> SECONDS;
            case "(ms)" -> MILLISECONDS;
            case "(us)" -> MICROSECONDS;
            case "(ns)", "nsecs" -> NANOSECONDS;
            case "elapsed" -> ELAPSED;
            default -> UNSAID;
        };
    }

    /// Nanoseconds that the decimal number in `[from, to)` means; [Events#NO_TIME] where it is none.
    long ns(byte[] text, int from, int to) {
        long whole = Ascii.number(text, from, to);
        if (this == UNSAID) {
            return counts(text, from, to) ? whole : seconds(text, from, to);
        }
        if (whole < 0) {
            long scaled = seconds(text, from, to);
            return scaled == Events.NO_TIME ? scaled : scaled / (SECONDS.ns / ns);
        }
        return whole > Long.MAX_VALUE / ns ? Events.NO_TIME : whole * ns;
    }

    private static long seconds(byte[] text, int from, int to) {
        long seconds = Stamp.seconds(text, from, to);
        return seconds == Stamp.NONE ? Events.NO_TIME : seconds;
    }

    /// The clock of such a stamp: real time where it is large enough; bpftrace's `nsecs` is CLOCK_BOOTTIME since 0.16;
    /// any other counts from a beginning of its own.
    Clock clock(long timeNs, byte[] text, int from, int to) {
        if (timeNs == Events.NO_TIME) {
            return Clock.NONE;
        }
        if (timeNs >= SINCE_1970) {
            return Clock.REALTIME;
        }
        return counts(text, from, to) ? Clock.BOOTTIME : Clock.TRACE;
    }

    /// Whether the cell counts nanoseconds on the kernel's clock.
    private boolean counts(byte[] text, int from, int to) {
        return this == NANOSECONDS || (this == UNSAID && to - from >= 10 && Ascii.number(text, from, to) >= 0);
    }
}
