package whence.evidence;

/// The clocks that stamps come from. Times of two clocks are compared only through anchors; monotonic
/// times of two boots never.
public enum Clock {
    /// CLOCK_REALTIME, nanoseconds since 1970 UTC.
    REALTIME,
    /// CLOCK_BOOTTIME, nanoseconds since boot with suspends.
    BOOTTIME,
    /// CLOCK_MONOTONIC, nanoseconds since boot without suspends.
    MONOTONIC,
    /// The kernel log's own (local_clock of the printing CPU): it runs milliseconds off the others.
    PRINTK,
    /// A tracer's own; what it counts is not written in the trace.
    TRACE,
    /// A stamp whose date (or whose clock) the artifact leaves open, such as `strace -t`'s time of day: nanoseconds
    /// since midnight.
    TIME_OF_DAY,
    /// No stamp at all.
    NONE
}
