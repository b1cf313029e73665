package whence.source.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what was read of a file.
final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream file) {
        super(file);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int got = in.read();
        count += got < 0 ? 0 : 1;
        return got;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int got = in.read(into, at, length);
        count += Math.max(0, got);
        return got;
    }
}
