package whence.report;

import whence.evidence.Span;

/// Gives the captured text behind a span, as a report quotes it. Implementations cut what is long and escape what is
/// unprintable; they never fail.
@FunctionalInterface
public interface Quotes {
    String of(Span span);
}
