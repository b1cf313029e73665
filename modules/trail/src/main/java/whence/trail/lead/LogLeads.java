package whence.trail.lead;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.trail.Lead;

/// Leads from lines of logs and of programs' output.
final class LogLeads {
    private static final int TIMES = 16;
    /// Tools whose complaint is about what the kernel answered; the reason to rank them above other programs.
    private static final Pattern TOOL = Pattern.compile(
            "^(lib)?(bpf|bpftool|bpftrace|kmod|modprobe|insmod|rmmod|mount|umount|perf|ip|tc|iptables|nft|losetup|swapon|"
                    + "cryptsetup|dmsetup|mdadm|unshare|nsenter)(\\[\\d+\\])?: ",
            Pattern.CASE_INSENSITIVE);

    private LogLeads() {}

    static Optional<Lead> of(Folded folded) {
        int severity = severity(folded);
        return severity == Severity.NONE ? Optional.empty() : Optional.of(lead(folded, severity));
    }

    private static Lead lead(Folded folded, int severity) {
        Lead.Kind kind = severity == Severity.KERNEL_REPORT ? Lead.Kind.KERNEL_REPORT : Lead.Kind.LOG_LINE;
        List<Time> times = folded.times();
        String rhythm = Rhythm.of(times.stream().map(Time::ns).toList())
                .map(r -> " (" + r + ")")
                .orElse("");
        return new Lead(
                LeadId.of(kind, folded.first().span()),
                kind,
                folded.text() + rhythm,
                severity,
                folded.count(),
                times.stream().limit(TIMES).toList(),
                folded.first().span(),
                List.of());
    }

    private static int severity(Folded folded) {
        String text = folded.text();
        int priority = folded.priority();
        if (folded.kernel()) {
            if (Words.report(text)) {
                return Severity.KERNEL_REPORT;
            }
            return priority == LogLine.UNKNOWN || priority > 3 ? Severity.KERNEL_WARNING : Severity.KERNEL_ERROR;
        }
        if (TOOL.matcher(text).find()) {
            return Words.errno(text) > 0 ? Severity.TOOL_ERRNO : Severity.TOOL_ERROR;
        }
        if (folded.first().kind() == EventKind.OUTPUT) {
            return Words.errno(text) > 0 ? Severity.PROGRAM_ERRNO : Severity.NONE;
        }
        return Severity.SERVICE_ERROR;
    }
}
