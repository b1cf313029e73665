/// The exits that a run finds, as rows: each return with each last assignment and each deciding jump, what it gives
/// in the words of the source, and what every way to it calls.
@org.jspecify.annotations.NullMarked
package whence.branches.listing;
