package whence.trail.link;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import whence.bytes.Bytes;

/// What the first bytes of a file say it is.
///
/// Sources: RFC 8878 (zstd frame), RFC 1952 (gzip), the xz file format 1.1.0, the LZ4 frame format 1.6.1, ELF gABI
/// 4.1.
public enum Magic {
    ZSTD("zstd-compressed", "28 b5 2f fd"),
    GZIP("gzip-compressed", "1f 8b"),
    XZ("xz-compressed", "fd 37 7a 58 5a 00"),
    LZ4("LZ4-compressed", "04 22 4d 18"),
    ELF("an ELF file", "7f 45 4c 46");

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final String meaning;
    private final String hex;

    Magic(String meaning, String hex) {
        this.meaning = meaning;
        this.hex = hex;
    }

    /// As it completes "the file is ...".
    public String meaning() {
        return meaning;
    }

    /// Hexadecimal digits, two a byte, with spaces.
    public String hex() {
        return hex;
    }

    public int length() {
        return HEX.parseHex(hex).length;
    }

    public static Optional<Magic> of(Bytes file) {
        return Stream.of(values())
                .filter(m -> file.startsWith(HEX.parseHex(m.hex), 0))
                .findFirst();
    }
}
