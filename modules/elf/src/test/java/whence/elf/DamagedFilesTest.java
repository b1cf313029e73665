package whence.elf;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.bytes.Bytes;
import whence.elf.btf.Btf;
import whence.elf.dwarf.Dwarf;

/// Bytes changed at random, the same way each time: whatever a file holds, nothing throws and nothing hangs. A
/// reader that lets one exception pass fails here.
class DamagedFilesTest {
    @ParameterizedTest
    @CsvSource({
        "tiny-dwarf5, 400",
        "tiny-dwarf5-zstd, 200",
        "tiny-dwarf4-packed, 200",
        "small-module.ko, 600",
        "small-module-32.ko, 600"
    })
    void survives_changed_bytes(String name, int rounds) {
        byte[] whole = Fixtures.array(name);
        SplittableRandom random = new SplittableRandom(25);
        for (int round = 0; round < rounds; round++) {
            readAll(damaged(whole, random));
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny.btf, 1000"})
    void survives_changed_types(String name, int rounds) {
        byte[] whole = Fixtures.array(name);
        SplittableRandom random = new SplittableRandom(26);
        for (int round = 0; round < rounds; round++) {
            Btf.of(Bytes.of(damaged(whole, random)), name).ifPresent(DamagedFilesTest::askAll);
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(8) == 0 ? random.nextInt(whole.length) : whole.length);
        for (int change = random.nextInt(1, 12); change > 0 && bytes.length > 0; change--) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 200));
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextBoolean() ? 0xff : 0);
        }
        return bytes;
    }

    private static void askAll(Btf btf) {
        btf.sizeOf("parcel");
        btf.struct("parcel");
        btf.member("parcel", "width");
        btf.enumerator("STAMP_LOST");
        btf.function("post");
    }

    private static void readAll(byte[] bytes) {
        Elf.open(Bytes.of(bytes), "damaged").ifPresent(elf -> {
            elf.buildId();
            elf.section(Section.SYMTAB).ifPresent(table -> walk(elf, table));
            Btf.of(elf).ifPresent(DamagedFilesTest::askAll);
            Dwarf.of(elf).ifPresent(dwarf -> {
                for (long address = 0x401000; address < 0x401070; address += 3) {
                    dwarf.frames(address);
                    dwarf.unit(address);
                }
            });
        });
    }

    private static void walk(Elf elf, Section table) {
        SymbolCursor symbols = new SymbolCursor(elf, table);
        while (symbols.next()) {
            symbols.letter();
            symbols.value();
            symbols.nameLength(4096);
            if (symbols.file() != 0) {
                symbols.fileName(symbols.file());
            }
        }
    }
}
