/// What is known of a whole tree, as one image of bytes: a shard for each file, and tables over all of them.
///
/// [whence.source.index.IndexBuilder] makes the image, [whence.source.index.Image] reads it, from the heap or from a
/// mapped cache file alike.
@org.jspecify.annotations.NullMarked
package whence.source.index;
