package whence.bytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file mapped read-only. Whoever opened it closes it, after everything that reads its [#bytes] has let go.
public final class MappedFile implements AutoCloseable {
    private final Arena arena;
    private final Bytes bytes;

    private MappedFile(Arena arena, Bytes bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    public static MappedFile open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new MappedFile(arena, Bytes.of(segment));
        } catch (IOException | RuntimeException failure) {
            arena.close();
            throw failure;
        }
    }

    public Bytes bytes() {
        return bytes;
    }

    @Override
    public void close() {
        arena.close();
    }
}
