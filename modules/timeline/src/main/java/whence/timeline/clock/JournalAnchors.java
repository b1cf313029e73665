package whence.timeline.clock;

import java.util.ArrayList;
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
/// journald reads the two clocks of receipt one after the other; [Readings] takes them together.
final class JournalAnchors {
    private static final long READ_ERROR_NS = 100_000;
    /// journald is not kept from its second clock for longer.
    private static final long INTERRUPTED_NS = 100_000_000;
    /// bpftrace computes the offset of `strftime` once, and warns above half a millisecond of skew.
    private static final long STRFTIME_ERROR_NS = 1_000_000;

    private final Map<String, Readings> receipt = new HashMap<>();
    private final Map<String, Readings> written = new HashMap<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final Map<String, PrintkOffset> printk = new HashMap<>();
    private final Map<String, ReceiptOffset> receipts = new HashMap<>();

    /// @param boot of rows that do not say it themselves
    void read(Events events, String boot) {
        long resolution = Resolution.of(events);
        for (int row = 0; row < events.count(); row++) {
            String own = events.text(Fields.BOOT, row);
            String of = own == null ? boot : own;
            long monotonic = events.number(Fields.MONOTONIC_NS, row);
            long realtime = realtime(events, row);
            if (monotonic != Events.NO_NUMBER && realtime != Events.NO_TIME) {
                receipt.computeIfAbsent(of, b -> new Readings(b, Clock.MONOTONIC, READ_ERROR_NS, INTERRUPTED_NS))
                        .add(monotonic, realtime);
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
                written.computeIfAbsent(of, b -> new Readings(b, Clock.BOOTTIME, STRFTIME_ERROR_NS, STRFTIME_ERROR_NS))
                        .add(events.timeNs(row), realtime);
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

    List<Anchor> anchors() {
        receipt.values().forEach(readings -> anchors.addAll(readings.anchors()));
        written.values().forEach(readings -> anchors.addAll(readings.anchors()));
        printk.values().forEach(offset -> anchors.addAll(offset.anchors()));
        // The journal's monotonic receipts tie printk more closely than a syslog's.
        receipts.keySet().removeAll(printk.keySet());
        receipts.values().forEach(offset -> anchors.addAll(offset.anchors()));
        return anchors;
    }
}
