package whence.trail.lead;

import java.util.List;
import java.util.Optional;
import whence.evidence.Time;
import whence.logs.report.Frame;
import whence.logs.report.KernelReport;
import whence.logs.report.ReportKind;
import whence.trail.Lead;
import whence.trail.lead.line.Reports;

/// Leads from what the kernel reports about itself.
final class ReportLeads {
    private static final int TIMES = 16;

    private ReportLeads() {}

    static List<Lead> of(Reports reports) {
        return reports.groups().stream().map(ReportLeads::lead).toList();
    }

    private static Lead lead(Reports.Group group) {
        List<Time> times = group.folded().times();
        return new Lead(
                LeadId.of(Lead.Kind.KERNEL_REPORT, group.first().spans().getFirst()),
                Lead.Kind.KERNEL_REPORT,
                title(group.first().report()) + Rhythm.words(times),
                severity(group.first().report().kind()),
                group.folded().count(),
                times.stream().limit(TIMES).toList(),
                group.first().spans().getFirst(),
                List.of());
    }

    private static String title(KernelReport report) {
        Optional<Frame> at = report.at().filter(f -> !report.title().contains(f.function()));
        String task =
                report.task().isEmpty() ? "" : ", task " + report.task() + (report.pid() < 0 ? "" : " " + report.pid());
        return report.title() + at.map(f -> " at " + place(f)).orElse("") + task;
    }

    private static String place(Frame frame) {
        return frame.function() + "+0x" + Long.toHexString(frame.offset())
                + (frame.module().isEmpty() ? "" : " [" + frame.module() + "]");
    }

    /// What ends a kernel tells more than what it survives; memory that ran out is seldom the kernel's own fault.
    private static int severity(ReportKind kind) {
        return switch (kind) {
            case OOPS, BUG, SANITIZER, UNDEFINED_BEHAVIOUR, HARD_LOCKUP, SOFT_LOCKUP -> Severity.KERNEL_REPORT;
            case PANIC, WARNING, LOCKDEP, RCU_STALL, HUNG_TASK -> Severity.KERNEL_WARNED;
            case OUT_OF_MEMORY, ALLOCATION_FAILURE -> Severity.MEMORY_REPORT;
        };
    }
}
