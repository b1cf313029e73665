package whence.bytes.unpack;

import io.airlift.compress.v3.lz4.Lz4FrameJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Packs bytes for tests.
final class Packers {
    private Packers() {}

    static byte[] pack(Compression compression, byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        if (compression == Compression.ZSTD) {
            return zstd(plain);
        }
        if (compression == Compression.LZ4) {
            return lz4(plain);
        }
        try (OutputStream out = stream(compression, packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static OutputStream stream(Compression compression, OutputStream out) throws IOException {
        return switch (compression) {
            case GZIP -> new GZIPOutputStream(out);
            case XZ -> new XZOutputStream(out, new LZMA2Options(1));
            case BZIP2 -> new BZip2CompressorOutputStream(out);
            case LZ4, ZSTD -> throw new IllegalArgumentException("no stream");
        };
    }

    static byte[] zstd(byte[] plain) {
        ZstdJavaCompressor encoder = new ZstdJavaCompressor();
        byte[] packed = new byte[encoder.maxCompressedLength(plain.length)];
        return Arrays.copyOf(packed, encoder.compress(plain, 0, plain.length, packed, 0, packed.length));
    }

    private static byte[] lz4(byte[] plain) {
        Lz4FrameJavaCompressor encoder = new Lz4FrameJavaCompressor();
        byte[] packed = new byte[encoder.maxCompressedLength(plain.length)];
        return Arrays.copyOf(packed, encoder.compress(plain, 0, plain.length, packed, 0, packed.length));
    }

    static byte[] skippable(int kind, int length) {
        return ByteBuffer.allocate(8 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x184D2A50 + kind)
                .putInt(length)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
