/// Kernel C without a build: trees, functions, log statements, calls, constants.
@org.jspecify.annotations.NullMarked
module whence.source {
    requires static transitive org.jspecify;
    requires transitive whence.bytes;
    requires transitive whence.evidence;
    requires org.eclipse.jgit;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires aircompressor.v3;

    exports whence.source;
    exports whence.source.c;
    exports whence.source.cache;
    exports whence.source.files;
    exports whence.source.printk;
}
