package whence.source.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import whence.bytes.Watch;

/// What comes out of a compressed archive, with a limit to how much that may be: a few bytes can unpack to any number,
/// and a header can claim any size for a name that a reader would gather.
final class Unpacked extends FilterInputStream {
    private static final int STEP = 1 << 20;

    private final Watch watch;
    private final LongSupplier read;
    private final long size;
    private long left;
    private long untilStep = STEP;

    /// @param read how many bytes of the archive were read so far, for the watch
    /// @param size of the archive
    Unpacked(InputStream plain, Watch watch, LongSupplier read, long size) {
        super(plain);
        this.watch = watch;
        this.read = read;
        this.size = size;
    }

    /// From now on no more than so many bytes are given.
    void limit(long bytes) {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (left <= 0 && length > 0) {
            throw new IOException("a header is larger than any archive of source has");
        }
        int got = in.read(into, at, (int) Math.min(length, left));
        left -= Math.max(0, got);
        untilStep -= Math.max(0, got);
        if (untilStep <= 0) {
            untilStep = STEP;
            watch.check();
            watch.progress(read.getAsLong(), size);
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(0, bytes))];
        return buffer.length == 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
