package whence.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;

class ElfTest {
    @Test
    void reads_sections_and_build_id() {
        Elf elf = Fixtures.elf("tiny-dwarf5");
        assertFalse(elf.relocatable());
        assertEquals(62, elf.machine());
        assertEquals(0x401000, elf.section(".text").orElseThrow().address());
        assertEquals("1234567890abcdef1234567890abcdef12345678", elf.buildId().orElseThrow());
        assertEquals(Optional.empty(), Fixtures.elf("tiny-dwarf4-packed").buildId());
    }

    @Test
    void gives_each_local_symbol_the_source_file_it_follows() {
        Elf elf = Fixtures.elf("small-module.ko");
        SymbolCursor symbols = new SymbolCursor(elf, elf.section(Section.SYMTAB).orElseThrow());
        List<String> seen = new ArrayList<>();
        while (symbols.next()) {
            if (symbols.function()) {
                String name = Fixtures.bytes("small-module.ko").text(symbols.nameOffset(), symbols.nameLength(99));
                seen.add(symbols.letter() + " " + name + " "
                        + (symbols.file() == 0 ? "-" : symbols.fileName(symbols.file())));
            }
        }
        assertEquals(
                List.of("t show small-module.c", "T init_module -"),
                seen.stream().sorted((a, b) -> b.compareTo(a)).toList());
    }

    @Test
    void reads_files_of_32_bits() {
        Elf elf = Fixtures.elf("small-module-32.ko");
        assertEquals(3, elf.machine());
        assertTrue(elf.section(".modinfo").isPresent());
        assertTrue(new SymbolCursor(elf, elf.section(Section.SYMTAB).orElseThrow()).next());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 15, 51, 63, 64, 500, 1500})
    void a_file_cut_short_opens_in_part_and_says_so(int length) {
        byte[] whole = Fixtures.array("small-module.ko");
        Optional<Elf> cut = Elf.open(Bytes.of(Arrays.copyOf(whole, length)), "cut");
        assertTrue(cut.isEmpty() || !cut.get().losses().isEmpty());
    }

    @Test
    void finds_the_signature_behind_a_module_and_believes_no_length() {
        byte[] module = Fixtures.array("small-module.ko");
        assertEquals(Optional.empty(), ModuleSignature.of(Bytes.of(module)));
        ModuleSignature signature =
                ModuleSignature.of(Bytes.of(signed(module, 5))).orElseThrow();
        assertEquals(new ModuleSignature(2, module.length, 5), signature);
        assertEquals(Optional.empty(), ModuleSignature.of(Bytes.of(signed(module, 1 << 30))));
    }

    private static byte[] signed(byte[] module, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(module);
        out.writeBytes(new byte[] {1, 2, 3, 4, 5});
        out.writeBytes(new byte[] {0, 0, 2, 0, 0, 0, 0, 0});
        out.writeBytes(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        out.writeBytes("~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
