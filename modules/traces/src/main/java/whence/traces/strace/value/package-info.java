/// Values as strace writes them in the arguments of calls: a lexer that finds where they end, a parser, and the tree
/// they make.
@org.jspecify.annotations.NullMarked
package whence.traces.strace.value;
