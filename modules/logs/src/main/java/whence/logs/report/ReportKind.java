package whence.logs.report;

/// What the kernel reports about itself.
public enum ReportKind {
    /// It used an address it may not use, or executed what it may not.
    OOPS,
    /// `BUG()` or a consistency check that cannot go on.
    BUG,
    /// `WARN()`.
    WARNING,
    /// KASAN, KFENCE, KMSAN, KCSAN: memory or data used wrongly.
    SANITIZER,
    /// UBSAN: undefined behaviour.
    UNDEFINED_BEHAVIOUR,
    /// lockdep: locks taken in a wrong order or state.
    LOCKDEP,
    /// RCU waits for a grace period that does not end.
    RCU_STALL,
    /// A processor does not schedule.
    SOFT_LOCKUP,
    /// A processor does not even take interrupts.
    HARD_LOCKUP,
    /// A task waits for too long.
    HUNG_TASK,
    /// Memory ran out and a task was killed for it.
    OUT_OF_MEMORY,
    /// An allocation failed and said so.
    ALLOCATION_FAILURE,
    /// The kernel gave up.
    PANIC
}
