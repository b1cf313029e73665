package whence.trail;

import java.util.List;
import whence.evidence.Span;
import whence.evidence.Time;

/// Something in a session that asks for an explanation.
///
/// @param id hash of kind and span, the same on every machine
/// @param severity 0 (most telling) upwards
/// @param count events, not records: one line seen in several artifacts counts once
/// @param times of the first occurrences, in order; empty where nothing carries a time
/// @param lacks what the session lacks to explain it and how to get it; empty where nothing is missing
/// @param accompanied what is seen around a recurring line
public record Lead(
        String id,
        Kind kind,
        String title,
        int severity,
        int count,
        List<Time> times,
        Span span,
        List<String> lacks,
        Accompanied accompanied) {
    /// One whose company nobody asked for.
    public Lead(
            String id,
            Kind kind,
            String title,
            int severity,
            int count,
            List<Time> times,
            Span span,
            List<String> lacks) {
        this(id, kind, title, severity, count, times, span, lacks, Accompanied.NONE);
    }

    public Lead {
        times = List.copyOf(times);
        lacks = List.copyOf(lacks);
    }

    /// The same lead with what the session lacks for it.
    public Lead lacking(List<String> what) {
        return new Lead(id, kind, title, severity, count, times, span, what, accompanied);
    }

    /// The same lead in company.
    public Lead with(Accompanied company) {
        return new Lead(id, kind, title, severity, count, times, span, lacks, company);
    }

    /// Sorts of leads; [#word] is what people read.
    public enum Kind {
        LOG_LINE("log-line"),
        FAILED_CALL("failed-call"),
        REFUSED_PROBE("refused-probe"),
        KERNEL_REPORT("kernel-report"),
        LOSS("loss");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
