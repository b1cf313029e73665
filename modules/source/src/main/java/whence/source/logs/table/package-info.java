/// The texts that are printed, by their rarest words: from a line to the few formats that may have made it.
@org.jspecify.annotations.NullMarked
package whence.source.logs.table;
