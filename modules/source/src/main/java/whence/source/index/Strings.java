package whence.source.index;

import java.nio.charset.StandardCharsets;

/// Numbered byte strings in an image: a count, the end of each, and their bytes.
public final class Strings {
    private final Region bytes;
    private final int count;
    private final long arena;

    Strings(Region bytes) {
        this.bytes = bytes;
        this.count = bytes.i32(0);
        this.arena = 4 + 4L * count;
    }

    static ByteSink encode(Pool pool) {
        ByteSink sink = new ByteSink(8 + 4 * pool.count() + pool.bytes());
        sink.i32(pool.count());
        for (int id = 0; id < pool.count(); id++) {
            sink.i32(pool.end(id));
        }
        sink.bytes(pool.arena(), 0, pool.bytes());
        return sink;
    }

    public int count() {
        return count;
    }

    private int start(int id) {
        return id == 0 ? 0 : bytes.i32(4L * id);
    }

    public int length(int id) {
        return bytes.i32(4 + 4L * id) - start(id);
    }

    /// A copy of a string's bytes.
    public byte[] bytes(int id) {
        int start = start(id);
        return bytes.copy(arena + start, bytes.i32(4 + 4L * id) - start);
    }

    public String text(int id) {
        return new String(bytes(id), StandardCharsets.UTF_8);
    }

    boolean equals(int id, byte[] wanted) {
        return bytes.equals(arena + start(id), length(id), wanted);
    }

    /// All strings' bytes, one behind the other, and the end of each.
    public byte[] all() {
        return bytes.copy(arena, bytes.size() - arena);
    }

    /// Where a string ends in [#all].
    public int end(int id) {
        return bytes.i32(4 + 4L * id);
    }
}
