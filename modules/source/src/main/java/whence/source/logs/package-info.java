/// Log statements: what prints, what its format can have printed, and from a line of a log back to the statement.
///
/// At build time [Printers] finds the functions and macros that print and [StatementTable] lists the texts they are
/// given; for a line, [LineMatcher] takes the candidates from the table, lays each [Format] over the line, explains
/// what stands before it by the wrappers around the statement ([Wrapping]), and ranks.
@org.jspecify.annotations.NullMarked
package whence.source.logs;
