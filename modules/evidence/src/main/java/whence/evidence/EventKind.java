package whence.evidence;

/// What an event is.
public enum EventKind {
    /// A line of the kernel log.
    KERNEL,
    /// A line that a service or program logged.
    LOG,
    /// A line a program printed without a time of its own.
    OUTPUT,
    /// A system call with its result.
    CALL,
    /// A program was started.
    EXEC,
    /// A process was created.
    FORK,
    /// A process ended.
    EXIT,
    /// A signal was delivered.
    SIGNAL,
    /// A probe was hit on entry, or a traced function entered.
    PROBE,
    /// A probed or traced function returned.
    RETURN,
    /// A tracepoint fired.
    TRACEPOINT,
    /// A tracer said something about itself: attached, refused, detached.
    TRACER,
    /// A tracer or logger said that it dropped records.
    LOST,
    /// A boundary: a boot, a buffer start.
    MARK,
    /// Numbers that a tracer gathered: a map, a histogram, a row of a table of calls.
    TALLY,
    /// A line that belongs to the format but to none of the above.
    OTHER
}
