package whence.source.index;

/// Walks bytes that a [ByteSink] took in.
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    boolean more() {
        return at < bytes.length;
    }

    void skip(int count) {
        at += count;
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte b = bytes[at++];
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new DamagedException("a number without end");
    }

    int signed() {
        int value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /// A count of things that take at least one byte each.
    int count() {
        int count = number();
        if (count < 0 || count > bytes.length) {
            throw new DamagedException("a count beyond the end");
        }
        return count;
    }
}
