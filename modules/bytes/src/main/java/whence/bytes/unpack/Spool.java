package whence.bytes.unpack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.MappedFile;

/// Takes bytes of unknown number: on the heap while they are few, then in a temporary file, which is mapped and has
/// no name any more once it is full.
final class Spool implements AutoCloseable {
    private static final int ON_HEAP = 32 << 20;

    private final ByteArrayOutputStream heap = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long size;

    long size() {
        return size;
    }

    void write(byte[] chunk, int count) throws IOException {
        size += count;
        if (out == null && size > ON_HEAP) {
            file = Files.createTempFile("whence", ".unpacked");
            out = Files.newOutputStream(file);
            heap.writeTo(out);
            heap.reset();
        }
        if (out == null) {
            heap.write(chunk, 0, count);
        } else {
            out.write(chunk, 0, count);
        }
    }

    /// What was written, and what must be closed to let go of it.
    Held finish() throws IOException {
        Path path = file;
        if (path == null || out == null) {
            return new Held(Bytes.of(heap.toByteArray()), () -> {});
        }
        out.close();
        MappedFile mapped = MappedFile.open(path);
        Files.delete(path);
        file = null;
        return new Held(mapped.bytes(), mapped::close);
    }

    /// Drops what was not finished.
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    record Held(Bytes bytes, Runnable release) {}
}
