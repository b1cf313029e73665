package whence.source.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Reads files of a directory whole, one after the other, each by four questions to the system: open, how long, the
/// bytes, close.
final class PlainReading {
    /// There is no such file, or it cannot be read.
    static final int NONE = -1;
    /// It has more bytes than may be.
    static final int TOO_LARGE = -2;

    /// What a link points to is not read.
    private static final Set<java.nio.file.OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Room room = new Room();
    private final ByteBuffer step = ByteBuffer.allocateDirect(1 << 17);
    private final int most;

    PlainReading(int most) {
        this.most = most;
    }

    /// Length of a file whose bytes are in [#bytes] now, or why they are not.
    int read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, OPTIONS)) {
            long size = channel.size();
            return size > most ? TOO_LARGE : read(channel, (int) size);
        }
    }

    private int read(FileChannel channel, int size) throws IOException {
        byte[] bytes = room.of(size);
        int length = 0;
        while (length < size) {
            step.clear().limit(Math.min(step.capacity(), size - length));
            int got = channel.read(step);
            if (got <= 0) {
                break;
            }
            step.get(0, bytes, length, got);
            length += got;
        }
        return length;
    }

    /// The bytes of the file that was read last, and whatever stands behind them.
    byte[] bytes() {
        return room.of(0);
    }
}
