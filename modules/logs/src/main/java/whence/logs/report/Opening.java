package whence.logs.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines that open a report. They are matched from the first character on: a line that only quotes one of them,
/// or that a program wrote into the kernel's log, opens nothing.
record Opening(ReportKind kind, Pattern line) {
    /// One of these words is in every line that opens a report; most lines have none.
    private static final Pattern HINT = Pattern.compile(
            "BUG|LOCKUP|lock|suspicious|Unable|Unhandled|attempted|\\[#|sig: |WARNING: |UBSAN: |stall|blocked |oom-killer|allocation failure|panic|non-static");

    private static final List<Opening> ALL = List.of(
            of(ReportKind.SANITIZER, "BUG: (KASAN|KFENCE|KMSAN|KCSAN|KTSAN): \\S.*"),
            of(ReportKind.SOFT_LOCKUP, "(watchdog: |NMI watchdog: )?BUG: soft lockup - CPU#\\d+ stuck for \\d+s!.*"),
            of(
                    ReportKind.HARD_LOCKUP,
                    "(NMI watchdog: |watchdog: )?Watchdog (detected hard LOCKUP on cpu \\d+|CPU:? ?\\d+ Hard LOCKUP)"
                            + ".*|(watchdog: )?CPU \\d+ (detected hard LOCKUP|Hard LOCKUP).*"),
            of(
                    ReportKind.LOCKDEP,
                    "(WARNING: )?(possible (circular|recursive|irq lock inversion|irq unsafe lock)|inconsistent lock state"
                            + "|bad unlock balance|suspicious RCU usage|held lock freed|lock held|Nested lock was not taken"
                            + "|bad contention detected|(SOFTIRQ|HARDIRQ)-safe -> ).*"),
            of(ReportKind.LOCKDEP, "\\[ BUG: .* \\]|INFO: trying to register non-static key\\..*"),
            of(
                    ReportKind.OOPS,
                    "BUG: (unable to handle|kernel NULL pointer dereference|Unable to handle kernel|stack guard page was hit).*"),
            of(ReportKind.OOPS, "(Unable to handle kernel|Kernel attempted to|Unhandled fault|Unable to handle) .*"),
            of(
                    ReportKind.OOPS,
                    "(stack segment|general protection fault|divide error|invalid opcode|int3|double fault|bounds|segment not present"
                            + "|invalid TSS|alignment check|traps|overflow|coprocessor segment overrun)(, .*)?: [0-9a-f]{4} \\[#\\d+\\].*"),
            of(
                    ReportKind.OOPS,
                    "(Internal error: )?(Oops|Kernel access of bad area|Fault)[ :-].*(\\[#\\d+\\]|sig: \\d+).*"),
            of(ReportKind.BUG, "kernel BUG at \\S+:\\d+!"),
            of(
                    ReportKind.BUG,
                    "BUG: (sleeping function called from invalid context at|scheduling while atomic: |workqueue lockup - |Bad page"
                            + "|Bad rss-counter|spinlock |using \\S+ in preemptible|rwlock |non-zero |Dentry |atomic scheduling|bad ).*"),
            of(ReportKind.WARNING, "WARNING: CPU: \\d+ PID: \\d+ at .*|WARNING: \\S+:\\d+ at .*"),
            of(ReportKind.UNDEFINED_BEHAVIOUR, "UBSAN: \\S.*"),
            of(
                    ReportKind.RCU_STALL,
                    "(rcu: )?INFO: \\S+ (self-detected stall on CPU|detected stalls on CPUs/tasks:|detected expedited stalls).*"),
            of(ReportKind.HUNG_TASK, "INFO: task .+:\\d+ blocked (for more than \\d+ seconds|on .*)\\.?.*"),
            of(ReportKind.OUT_OF_MEMORY, ".{1,15} invoked oom-killer: .*"),
            of(ReportKind.ALLOCATION_FAILURE, ".{1,15}: page allocation failure: order:\\d+.*"),
            of(ReportKind.PANIC, "Kernel panic - not syncing.*"));

    private static Opening of(ReportKind kind, String pattern) {
        return new Opening(kind, Pattern.compile(pattern));
    }

    /// What a line opens, if anything.
    static Optional<ReportKind> kind(String line) {
        if (!mayOpen(line)) {
            return Optional.empty();
        }
        return ALL.stream()
                .filter(o -> o.line().matcher(line).matches())
                .map(Opening::kind)
                .findFirst();
    }

    private static boolean mayOpen(String line) {
        Matcher hint = HINT.matcher(line);
        return hint.find();
    }

    /// The line without what differs from one occurrence to the next: numbers of processors and processes, addresses.
    static String title(String line) {
        return line.replaceAll("^(watchdog: |NMI watchdog: |rcu: )", "")
                .replaceAll("\\bCPU: \\d+ PID: \\d+ ", "")
                .replaceAll(", address: [0-9a-f]{8,16}", "")
                .replaceAll(" at (virtual address )?(0x)?[0-9a-f]{16}\\b", "")
                .replaceAll("\\bprobably for (non-canonical )?address 0x[0-9a-f]+", "probably for an address")
                .replaceAll("(for )?\\b\\d+s!", "too long!")
                .strip();
    }
}
