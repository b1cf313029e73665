/// What an index is written with and read back by: numbers, strings, lists and hashes in bytes, on the heap or in a
/// mapped file whose blocks are checked as they are touched.
@org.jspecify.annotations.NullMarked
package whence.source.index.table;
