package whence.timeline.filter.grammar;

import whence.timeline.filter.Filter;
/// What a filter's text turned out to be.

public sealed interface Parsed permits Filter, FilterError {}
