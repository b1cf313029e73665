/// Looking for texts fast, and so that whoever asked can give up.
@org.jspecify.annotations.NullMarked
package whence.timeline.filter.text;
