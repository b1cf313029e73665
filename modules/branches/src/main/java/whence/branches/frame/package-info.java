/// One reading of a function with what is true of it however it runs (its variables, where they are set, where their
/// address goes, which jumps decide an exit), and what is known at one point of one way through it.
@org.jspecify.annotations.NullMarked
package whence.branches.frame;
