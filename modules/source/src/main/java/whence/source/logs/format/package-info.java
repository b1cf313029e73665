/// What one format string can print: its pieces, its conversions as the kernel knows them, and where it fits a line.
@org.jspecify.annotations.NullMarked
package whence.source.logs.format;
