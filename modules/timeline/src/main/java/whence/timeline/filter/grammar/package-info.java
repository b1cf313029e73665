/// The language of filters: from a text to a tree of terms, and what can be said about a text that is none.
@org.jspecify.annotations.NullMarked
package whence.timeline.filter.grammar;
