package whence.trail.lead;

/// The ranks of leads, the most telling first. What names an errno or a place leads further than what only
/// complains.
final class Severity {
    static final int KERNEL_REPORT = 0;
    static final int KERNEL_WARNED = 1;
    static final int TOOL_ERRNO = 5;
    static final int AMBIGUOUS_PROBE = 8;
    static final int FIRST_TAKEN = 9;
    static final int KERNEL_ERROR = 10;
    static final int MEMORY_REPORT = 12;
    static final int RARE_FAILURE = 19;
    static final int FAILED_CALL = 20;
    static final int SELDOM_FAILURE = 24;
    static final int TOOL_ERROR = 26;
    static final int PROGRAM_ERRNO = 28;
    static final int REFUSED_PROBE = 30;
    static final int HABIT = 34;
    static final int LOSS = 36;
    static final int KERNEL_WARNING = 40;
    static final int EVERYDAY_FAILURE = 50;
    static final int SERVICE_ERROR = 60;
    /// Not a lead at all.
    static final int NONE = -1;

    private Severity() {}
}
