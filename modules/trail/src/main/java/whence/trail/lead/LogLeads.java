package whence.trail.lead;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import whence.evidence.Errno;
import whence.evidence.EventKind;
import whence.evidence.Time;
import whence.trail.Lead;
import whence.trail.lead.line.Folded;
import whence.trail.lead.line.LogLine;
import whence.trail.lead.line.Title;
import whence.trail.lead.line.Words;

/// Leads from lines of logs and of programs' output.
final class LogLeads {
    private static final int TIMES = 16;
    /// Tools whose complaint is about what the kernel answered; the reason to rank them above other programs.
    private static final Pattern TOOL = Pattern.compile(
            "^(lib)?(bpf|bpftool|bpftrace|kmod|modprobe|insmod|rmmod|mount|umount|perf|ip|tc|iptables|nft|losetup|swapon|"
                    + "cryptsetup|dmsetup|mdadm|unshare|nsenter)(\\[\\d+\\])?: ",
            Pattern.CASE_INSENSITIVE);

    private static final String HIDDEN =
            "the text of messages that journalctl hides as blob data: save the log with journalctl --all -o export, or"
                    + " take the files of /var/log/journal";

    private LogLeads() {}

    static Optional<Lead> of(Folded folded) {
        int severity = severity(folded);
        return severity == Severity.NONE ? Optional.empty() : Optional.of(lead(folded, severity));
    }

    static Lead lead(Folded folded, int severity) {
        List<Time> times = folded.times();
        return new Lead(
                LeadId.of(Lead.Kind.LOG_LINE, folded.first().span()),
                Lead.Kind.LOG_LINE,
                Title.of(folded.text()) + Rhythm.words(times),
                severity,
                folded.count(),
                times.stream().limit(TIMES).toList(),
                folded.first().span(),
                folded.hidden() ? List.of(HIDDEN) : List.of());
    }

    private static int severity(Folded folded) {
        String text = folded.text();
        int priority = folded.priority();
        if (folded.kernel()) {
            if (folded.hidden()) {
                return Severity.KERNEL_ERROR;
            }
            return priority == LogLine.UNKNOWN || priority > 3 ? Severity.KERNEL_WARNING : Severity.KERNEL_ERROR;
        }
        if (TOOL.matcher(text).find()) {
            return Words.errno(text, Errno.GENERIC) > 0 ? Severity.TOOL_ERRNO : Severity.TOOL_ERROR;
        }
        if (folded.first().kind() == EventKind.OUTPUT) {
            return Words.errno(text, Errno.GENERIC) > 0 ? Severity.PROGRAM_ERRNO : Severity.NONE;
        }
        return Severity.SERVICE_ERROR;
    }
}
