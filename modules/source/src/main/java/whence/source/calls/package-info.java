/// Who calls whom in a tree, by names.
@org.jspecify.annotations.NullMarked
package whence.source.calls;
