package whence.session.open;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.bytes.unpack.Compression;
import whence.bytes.unpack.Limits;
import whence.bytes.unpack.Unpacked;
import whence.session.Artifact;

/// An artifact with the bytes it is stored as; unpacked when somebody first asks, once.
public final class Stored implements AutoCloseable {
    private final Artifact artifact;
    private final Bytes raw;
    private final @Nullable Compression packed;
    private @Nullable Unpacked unpacked;

    public Stored(Artifact artifact, Bytes raw, @Nullable Compression packed) {
        this.artifact = artifact;
        this.raw = raw;
        this.packed = packed;
    }

    public Artifact artifact() {
        return artifact;
    }

    /// The bytes as they are stored, perhaps compressed.
    public Bytes raw() {
        return raw;
    }

    /// How they are compressed.
    public Optional<Compression> packed() {
        return Optional.ofNullable(packed);
    }

    /// The content; empty with [#trouble] where the disk is full.
    public synchronized Bytes content(Watch watch) throws IOException {
        if (packed == null) {
            return raw;
        }
        if (unpacked == null) {
            unpacked = Unpacked.of(raw, packed, Limits.DEFAULT, watch);
        }
        return unpacked.bytes();
    }

    /// Why the content is incomplete; known once it was read.
    public synchronized Optional<String> trouble() {
        return unpacked == null ? Optional.empty() : unpacked.trouble();
    }

    @Override
    public synchronized void close() {
        if (unpacked != null) {
            unpacked.close();
        }
    }
}
