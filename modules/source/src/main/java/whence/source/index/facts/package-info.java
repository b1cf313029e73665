/// What is known of one file, gathered from the scanner, and its encoding, the shard.
@org.jspecify.annotations.NullMarked
package whence.source.index.facts;
