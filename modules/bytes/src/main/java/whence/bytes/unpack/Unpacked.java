package whence.bytes.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.Bytes;
import whence.bytes.BytesInputStream;
import whence.bytes.Reason;
import whence.bytes.ShrunkException;
import whence.bytes.Watch;

/// What a packed input holds, as far as it could be unpacked. Close it when nothing reads [#bytes] any more.
public final class Unpacked implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final Spool.Held held;
    private final @Nullable String trouble;
    private final long packedOffset;

    private Unpacked(Spool.Held held, @Nullable String trouble, long packedOffset) {
        this.held = held;
        this.trouble = trouble;
        this.packedOffset = packedOffset;
    }

    /// Unpacks until the end, the first damage or the limit; never fails for what the input holds.
    ///
    /// @throws IOException where the temporary file cannot be written
    /// @throws whence.bytes.CancelledException when the watch says so
    public static Unpacked of(Bytes packed, Compression compression, Limits limits, Watch watch) throws IOException {
        BytesInputStream in = new BytesInputStream(packed);
        try (Spool spool = new Spool()) {
            String trouble = pump(in, packed.size(), compression, limits, watch, spool);
            return new Unpacked(spool.finish(), trouble, in.position());
        }
    }

    /// The first bytes, at most `count`; fewer where the input holds no more or is damaged before that.
    public static Bytes head(Bytes packed, Compression compression, int count) {
        try (InputStream plain = compression.open(new BytesInputStream(packed))) {
            return Bytes.of(plain.readNBytes(count));
        } catch (IOException | RuntimeException damage) {
            return Bytes.of(new byte[0]);
        }
    }

    private static @Nullable String pump(
            BytesInputStream in, long packed, Compression compression, Limits limits, Watch watch, Spool spool)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long allowed = limits.allowed(packed);
        InputStream plain;
        try {
            plain = compression.open(in);
        } catch (IOException | ShrunkException failure) {
            return sentence(failure);
        }
        while (true) {
            watch.check();
            watch.progress(in.position(), packed);
            int count;
            try {
                count = plain.read(chunk, 0, (int) Math.min(CHUNK, allowed - spool.size() + 1));
            } catch (IOException | RuntimeException | InternalError failure) {
                // Decoders answer damage with exceptions of many kinds, unchecked ones among them; the fault of a
                // shrunk mapping may come late, as an InternalError outside Bytes.
                return sentence(failure);
            }
            if (count < 0) {
                return behind(in, packed);
            }
            if (spool.size() + count > allowed) {
                return "unpacks to more than " + allowed + " bytes, cut off there";
            }
            spool.write(chunk, count);
        }
    }

    private static @Nullable String behind(BytesInputStream in, long packed) {
        return in.position() < packed ? "what follows the compressed data is none, from byte " + in.position() : null;
    }

    private static String sentence(Throwable failure) {
        return "the compressed data cannot be read on: " + Reason.of(failure);
    }

    public Bytes bytes() {
        return held.bytes();
    }

    /// Why the bytes end before they should; empty where they are complete.
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// Where in the packed input the reading ended, give or take the decoder's buffer.
    public long packedOffset() {
        return packedOffset;
    }

    @Override
    public void close() {
        held.release().run();
    }
}
