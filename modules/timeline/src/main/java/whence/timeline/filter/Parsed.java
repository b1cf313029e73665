package whence.timeline.filter;

/// What a filter's text turned out to be.
public sealed interface Parsed permits Filter, FilterError {}
