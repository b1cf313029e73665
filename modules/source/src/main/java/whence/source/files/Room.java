package whence.source.files;

/// Bytes to read one file after the other into. A tree has a gigabyte of files, the largest of 24 MB: arrays of their
/// own would be most of what indexing a tree allocates, and each page of memory that is touched for the first time
/// costs more than reading what comes to stand in it.
final class Room {
    private byte[] bytes = new byte[1 << 16];

    /// An array of at least so many bytes, which hold anything.
    byte[] of(int length) {
        if (length > bytes.length) {
            bytes = new byte[Integer.highestOneBit(length) << 1];
        }
        return bytes;
    }
}
