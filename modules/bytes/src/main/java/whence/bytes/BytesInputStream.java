package whence.bytes;

import java.io.InputStream;

/// Lets a decoder that wants a stream read [Bytes]. Hands out heap copies only, so a decoder may be native.
///
/// [ShrunkException] passes through; whoever runs the decoder catches it.
public final class BytesInputStream extends InputStream {
    private final Bytes bytes;
    private long position;

    public BytesInputStream(Bytes bytes) {
        this(bytes, 0);
    }

    public BytesInputStream(Bytes bytes, long from) {
        this.bytes = bytes;
        this.position = from;
    }

    /// Offset of the next byte that will be read.
    public long position() {
        return position;
    }

    @Override
    public int read() {
        return position < bytes.size() ? bytes.at(position++) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        long left = bytes.size() - position;
        if (left <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(left, length);
        bytes.copy(position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long step = Math.clamp(count, 0, Math.max(0, bytes.size() - position));
        position += step;
        return step;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, bytes.size() - position));
    }
}
