/// From a line of a log back to the statements that explain it: [LineMatcher] takes candidates from the table, lays
/// each format over the line, explains what stands before it by the wrappers around the statement, and ranks.
@org.jspecify.annotations.NullMarked
package whence.source.logs.line;
