package whence.trail.line;

import java.util.List;
import java.util.Optional;
import whence.evidence.EventKind;
import whence.evidence.Span;
import whence.timeline.Events;
import whence.timeline.Fields;
import whence.trail.read.Material;

/// How far printk's clock runs ahead of the monotonic clock, as far as a journal tells.
///
/// The journal stamps the receipt of each kernel record: no record is received before it was printed, so printk is at
/// least ahead by the largest stamp minus receipt. The same record bounds how far lines may lie from calls.
///
/// @param aheadNs the largest stamp minus receipt
/// @param slackNs how far a stamp may be off after `aheadNs` is taken into account
record PrintkClock(long aheadNs, long slackNs, List<Span> evidence) {
    /// What a late reader and a coarse scheduler clock may add on either side.
    private static final long MARGIN_NS = 10_000_000;
    /// Without a journal nothing bounds it; local_clock drifts by milliseconds
    /// (Documentation/timers/timekeeping.rst).
    private static final PrintkClock UNKNOWN = new PrintkClock(0, 50_000_000, List.of());

    static PrintkClock of(Material material) {
        return material.parts().stream()
                .map(PrintkClock::of)
                .flatMap(Optional::stream)
                .max(java.util.Comparator.comparingLong(PrintkClock::aheadNs))
                .orElse(UNKNOWN);
    }

    private static Optional<PrintkClock> of(Material.Part part) {
        Events events = part.events();
        long ahead = Long.MIN_VALUE;
        int at = -1;
        for (int row = 0; row < events.count(); row++) {
            long printk = events.number(Fields.PRINTK_NS, row);
            long received = events.number(Fields.MONOTONIC_NS, row);
            if (events.kind(row) == EventKind.KERNEL
                    && printk != Events.NO_NUMBER
                    && received != Events.NO_NUMBER
                    && printk - received > ahead) {
                ahead = printk - received;
                at = row;
            }
        }
        return at < 0
                ? Optional.empty()
                : Optional.of(new PrintkClock(ahead, Math.abs(ahead) + MARGIN_NS, List.of(part.span(at))));
    }
}
