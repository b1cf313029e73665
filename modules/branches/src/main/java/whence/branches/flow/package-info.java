/// A function body as a graph: what may run after what, with conditions taken apart at `&&` and `||`.
package whence.branches.flow;
