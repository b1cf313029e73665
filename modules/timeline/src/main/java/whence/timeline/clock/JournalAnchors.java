package whence.timeline.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.evidence.Clock;
import whence.timeline.Events;
import whence.timeline.Field;
import whence.timeline.Fields;

/// Finds anchors in records that carry several stamps: journal entries (real time and CLOCK_MONOTONIC of receipt, the
/// kernel's own stamp beside them), syslog lines that hold printk's stamp, bpftrace lines with `nsecs` and `strftime`.
///
/// Entries are taken together in windows of ten seconds: within one, the two clocks of receipt are read one after
/// the other by journald, and an entry between which and the next it was preempted is an outlier.
final class JournalAnchors {
    private static final long WINDOW_NS = 10_000_000_000L;
    private static final long READ_ERROR_NS = 100_000;
    /// bpftrace computes the offset of `strftime` once, and warns above half a millisecond of skew.
    private static final long STRFTIME_ERROR_NS = 1_000_000;

    private final Map<String, Window> windows = new HashMap<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final Map<String, PrintkOffset> printk = new HashMap<>();
    private final Map<String, ReceiptOffset> receipts = new HashMap<>();

    /// Offsets seen in one window of one boot.
    private static final class Window {
        final String boot;
        final Clock from;
        final long errorNs;
        long[] at = new long[4];
        long[] offsets = new long[4];
        int count;

        Window(String boot, Clock from, long errorNs) {
            this.boot = boot;
            this.from = from;
            this.errorNs = errorNs;
        }

        void add(long fromNs, long offset) {
            if (count == at.length) {
                at = Arrays.copyOf(at, count * 2);
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            at[count] = fromNs;
            offsets[count++] = offset;
        }

        Anchor anchor() {
            long[] sorted = Arrays.copyOf(offsets, count);
            Arrays.sort(sorted);
            long[] times = Arrays.copyOf(at, count);
            Arrays.sort(times);
            int tenth = count / 10;
            return new Anchor(
                    boot,
                    from,
                    Clock.REALTIME,
                    times[count / 2],
                    sorted[tenth] - errorNs,
                    sorted[count - 1 - tenth] + errorNs);
        }
    }

    /// @param boot of rows that do not say it themselves
    void read(Events events, String boot) {
        long resolution = Resolution.of(events);
        for (int row = 0; row < events.count(); row++) {
            String own = events.text(Fields.BOOT, row);
            String of = own == null ? boot : own;
            long monotonic = events.number(Fields.MONOTONIC_NS, row);
            long realtime = realtime(events, row);
            if (monotonic != Events.NO_NUMBER && realtime != Events.NO_TIME) {
                window(of, Clock.MONOTONIC, monotonic, READ_ERROR_NS).add(monotonic, realtime - monotonic);
            }
            long stamp = events.number(Fields.PRINTK_NS, row);
            if (monotonic != Events.NO_NUMBER && stamp != Events.NO_NUMBER) {
                printk.computeIfAbsent(of, PrintkOffset::new).add(stamp, monotonic - stamp);
            }
            if (monotonic == Events.NO_NUMBER
                    && stamp != Events.NO_NUMBER
                    && realtime != Events.NO_TIME
                    && events.text(Fields.OPEN, row) == null) {
                receipts.computeIfAbsent(of, ReceiptOffset::new).add(stamp, realtime, resolution);
            }
            if (events.clock(row) == Clock.BOOTTIME && realtime != Events.NO_TIME) {
                long boottime = events.timeNs(row);
                window(of, Clock.BOOTTIME, boottime, STRFTIME_ERROR_NS).add(boottime, realtime - boottime);
            }
        }
    }

    private static long realtime(Events events, int row) {
        long beside = number(events, Fields.REALTIME_NS, row);
        return events.clock(row) == Clock.REALTIME ? events.timeNs(row) : beside;
    }

    private static long number(Events events, Field field, int row) {
        long value = events.number(field, row);
        return value == Events.NO_NUMBER ? Events.NO_TIME : value;
    }

    private Window window(String boot, Clock from, long ns, long errorNs) {
        return windows.computeIfAbsent(
                boot + " " + from + " " + ns / WINDOW_NS, key -> new Window(boot, from, errorNs));
    }

    List<Anchor> anchors() {
        windows.values().forEach(window -> anchors.add(window.anchor()));
        printk.values().forEach(offset -> anchors.addAll(offset.anchors()));
        // The journal's monotonic receipts tie printk more closely than a syslog's.
        receipts.keySet().removeAll(printk.keySet());
        receipts.values().forEach(offset -> anchors.addAll(offset.anchors()));
        return anchors;
    }
}
