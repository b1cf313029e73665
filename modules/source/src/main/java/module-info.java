/// Kernel C without a build: trees, functions, log statements, calls, constants.
@org.jspecify.annotations.NullMarked
module whence.source {
    requires static transitive org.jspecify;
    requires transitive whence.bytes;
    requires transitive whence.evidence;
    requires org.eclipse.jgit;

    exports whence.source.c;
}
