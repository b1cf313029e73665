/// What a function's own file and the headers it includes say about the names it uses.
package whence.branches.scope;
