package whence.timeline.clock;

import java.util.Comparator;

/// A kernel line and when somebody received it.
///
/// @param stampNs printk's stamp
/// @param offsetNs the receipt, less the stamp
/// @param roundedNs what the receipt was cut off to
record Receipt(long stampNs, long offsetNs, long roundedNs) {
    static final Comparator<Receipt> BY_STAMP =
            Comparator.comparingLong(Receipt::stampNs).thenComparingLong(Receipt::offsetNs);
}
