package whence.elf.dwarf;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import whence.bytes.Bytes;
import whence.bytes.unpack.Compression;
import whence.bytes.unpack.Unpacked;
import whence.elf.Elf;
import whence.elf.Section;
import whence.elf.Words;

/// Unpacks a section that the linker compressed, with zlib (`ELFCOMPRESS_ZLIB`) or zstd (`ELFCOMPRESS_ZSTD`); other
/// kinds give an empty section.
final class Inflated {
    private static final int ZLIB = 1;
    private static final int ZSTD = 2;
    private static final long LARGEST = 1L << 30;
    /// Deflate cannot make more than 1032 bytes of one; debug information does not come near that with zstd.
    private static final long MOST_OF_ONE = 1032;

    private Inflated() {}

    static Bytes of(Elf elf, Section section) {
        Words words = elf.words();
        int head = words.wide() ? 24 : 12;
        Bytes empty = Bytes.of(new byte[0]);
        if (section.size() < head) {
            return empty;
        }
        long size = words.wide() ? words.i64(section.offset() + 8) : words.u32(section.offset() + 4);
        long packed = section.size() - head;
        if (size < 0 || size > LARGEST || packed > LARGEST || size / MOST_OF_ONE > packed) {
            return empty;
        }
        Bytes inside = words.bytes().slice(section.offset() + head, packed);
        return switch (words.i32(section.offset())) {
            case ZLIB -> inflated(inside, (int) size);
            case ZSTD -> Unpacked.head(inside, Compression.ZSTD, (int) size);
            default -> empty;
        };
    }

    private static Bytes inflated(Bytes packed, int size) {
        byte[] target = new byte[size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed.copy(0, (int) packed.size()));
            int got = 0;
            int step;
            do {
                step = inflater.inflate(target, got, target.length - got);
                got += step;
            } while (step > 0 && got < target.length);
            return Bytes.of(got == target.length ? target : Arrays.copyOf(target, got));
        } catch (DataFormatException damaged) {
            return Bytes.of(new byte[0]);
        }
    }
}
