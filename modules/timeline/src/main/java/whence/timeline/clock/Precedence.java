package whence.timeline.clock;

/// How two events stand to each other in time.
public enum Precedence {
    BEFORE,
    AFTER,
    /// Closer than their errors, or on clocks that nothing joins.
    UNORDERED
}
