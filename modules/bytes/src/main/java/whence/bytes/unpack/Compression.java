package whence.bytes.unpack;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.XZInputStream;
import whence.bytes.Bytes;

/// The stream compressions that captures come in, told by their first bytes and never by a file name.
public enum Compression {
    GZIP("1f8b08", "gz"),
    XZ("fd377a585a00", "xz"),
    ZSTD("28b52ffd", "zst"),
    LZ4("04224d18", "lz4"),
    BZIP2("425a68", "bz2");

    /// Memory an xz stream may ask for, KiB: its largest preset takes 65 MiB.
    private static final int XZ_MEMORY_KIB = 256 << 10;

    /// In hexadecimal digits.
    private final String magic;
    private final String ending;

    Compression(String magic, String ending) {
        this.magic = magic;
        this.ending = ending;
    }

    /// The usual file ending, without its dot.
    public String ending() {
        return ending;
    }

    /// The compression whose magic number stands at the start; skippable zstd frames before it count as zstd.
    public static Optional<Compression> of(Bytes head) {
        for (Compression compression : values()) {
            if (head.startsWith(HexFormat.of().parseHex(compression.magic), 0)) {
                return compression == BZIP2 && !bzip2(head) ? Optional.empty() : Optional.of(compression);
            }
        }
        return ZstdFrames.skippable(head, 0) ? Optional.of(ZSTD) : Optional.empty();
    }

    /// `BZh` alone begins many a word: the level digit and the block or end magic must follow.
    private static boolean bzip2(Bytes head) {
        return head.size() > 9
                && head.at(3) >= '1'
                && head.at(3) <= '9'
                && ((head.at(4) == 0x31 && head.at(5) == 0x41) || (head.at(4) == 0x17 && head.at(5) == 0x72));
    }

    /// Wraps the packed stream; members or frames that follow one another are all read.
    InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(packed, 1 << 16);
            case XZ -> new XZInputStream(packed, XZ_MEMORY_KIB);
            case ZSTD -> new ZstdInputStream(new ZstdFrames(packed));
            case LZ4 -> new FramedLZ4CompressorInputStream(packed, true);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
        };
    }
}
