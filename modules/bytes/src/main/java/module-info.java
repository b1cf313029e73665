/// Mapped files, bounded decompression, archives that may be hostile, and search over bytes.
@org.jspecify.annotations.NullMarked
module whence.bytes {
    requires static transitive org.jspecify;
    requires aircompressor.v3;
    requires org.tukaani.xz;
    requires org.apache.commons.compress;

    exports whence.bytes;
    exports whence.bytes.unpack;
}
