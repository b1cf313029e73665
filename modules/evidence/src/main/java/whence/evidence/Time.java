package whence.evidence;

/// A stamp with its clock and its error.
///
/// @param ns nanoseconds on `clock`
/// @param errorNs half width within which the true instant lies; two times closer than their errors are unordered
public record Time(Clock clock, long ns, long errorNs) {}
