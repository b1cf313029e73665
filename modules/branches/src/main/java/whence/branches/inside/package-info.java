/// What the compiled function looks like, as far as probes inside it need to know.
package whence.branches.inside;
