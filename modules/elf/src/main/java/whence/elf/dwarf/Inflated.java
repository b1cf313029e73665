package whence.elf.dwarf;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import whence.bytes.Bytes;
import whence.elf.Elf;
import whence.elf.Section;
import whence.elf.Words;

/// Unpacks a section that the linker compressed with zlib (`ELFCOMPRESS_ZLIB`); other kinds give an empty section.
final class Inflated {
    private static final int ZLIB = 1;
    private static final long LARGEST = 1L << 30;

    private Inflated() {}

    static Bytes of(Elf elf, Section section) {
        Words words = elf.words();
        int head = words.wide() ? 24 : 12;
        Bytes empty = Bytes.of(new byte[0]);
        if (section.size() < head || words.i32(section.offset()) != ZLIB) {
            return empty;
        }
        long size = words.wide() ? words.i64(section.offset() + 8) : words.u32(section.offset() + 4);
        long packed = section.size() - head;
        // Deflate cannot make more than 1032 bytes of one.
        if (size < 0 || size > LARGEST || packed > LARGEST || size / 1032 > packed) {
            return empty;
        }
        byte[] target = new byte[(int) size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(words.bytes().copy(section.offset() + head, (int) packed));
            int got = 0;
            int step;
            do {
                step = inflater.inflate(target, got, target.length - got);
                got += step;
            } while (step > 0 && got < target.length);
            return Bytes.of(got == target.length ? target : Arrays.copyOf(target, got));
        } catch (DataFormatException damaged) {
            return empty;
        }
    }
}
