/// From the place that a user names to the image of the tree there: the one that is kept where it fits, else a new one.
@org.jspecify.annotations.NullMarked
package whence.source.opening;
