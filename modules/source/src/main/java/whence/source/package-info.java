/// Trees of kernel source and what stands in them. Start at [SourceTree].
@org.jspecify.annotations.NullMarked
package whence.source;
