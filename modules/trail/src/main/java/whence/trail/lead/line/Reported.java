package whence.trail.lead.line;

import java.util.List;
import whence.evidence.Span;
import whence.logs.report.KernelReport;
import whence.trail.read.Material;

/// A kernel report as one artifact holds it.
public record Reported(Material.Part part, KernelReport report) {
    /// Where its lines stand, in their order.
    public List<Span> spans() {
        return report.rows().stream().map(part::span).distinct().toList();
    }

    /// The text of each of its lines.
    public List<String> lines() {
        return report.rows().stream().map(part::text).toList();
    }

    LogLine opening() {
        return LogLine.of(part, report.rows().getFirst());
    }
}
