package whence.evidence;

/// How a thing is known. A conclusion is as weak as its weakest premise; the order is from strong to weak.
public enum Grade {
    /// The bytes are there.
    OBSERVED,
    /// A named rule applied to observed facts.
    DERIVED,
    /// A heuristic, or the user said so.
    ASSUMED;

    /// The weaker of two.
    public Grade and(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
