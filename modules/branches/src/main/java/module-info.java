/// Every way out of a function, what refutes it, and how two versions differ.
@org.jspecify.annotations.NullMarked
module whence.branches {
    requires static transitive org.jspecify;
    requires transitive whence.source;
    requires io.github.javadiffutils;

    exports whence.branches;
    exports whence.branches.inside;
    exports whence.branches.scope;
    exports whence.branches.syntax;
    exports whence.branches.value;
    exports whence.branches.versions;
}
