package whence.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.elf.dwarf.Dwarf;

class DwarfTest {
    /// The expected texts were written by `addr2line -afi` of binutils 2.40, one line for each byte of the text.
    /// Where debug information names no function (between two of them), addr2line falls back on the symbol table.
    @ParameterizedTest
    @ValueSource(strings = {"tiny-dwarf5", "tiny-dwarf5-zstd", "tiny-dwarf4-packed"})
    void answers_for_every_address_as_addr2line_does(String name) {
        Dwarf dwarf = Dwarf.of(Fixtures.elf(name)).orElseThrow();
        List<String> expected =
                Fixtures.bytes(name + ".addr2line.txt").text().lines().toList();
        assertTrue(expected.size() > 100);
        for (String line : expected) {
            String[] parts = line.split(" ", 2);
            long address = Long.decode(parts[0]);
            String own = text(dwarf.frames(address));
            String theirs = own.startsWith(" ") ? parts[1].substring(parts[1].indexOf(' ')) : parts[1];
            assertEquals(theirs, own, parts[0]);
        }
    }

    @Test
    void names_the_compile_unit_of_an_address() {
        Dwarf dwarf = Dwarf.of(Fixtures.elf("tiny-dwarf5")).orElseThrow();
        assertEquals("tiny.c", dwarf.unit(0x401000).orElseThrow());
        assertTrue(dwarf.unit(0x500000).isEmpty());
    }

    @Test
    void a_file_without_debug_information_has_none() {
        assertTrue(Dwarf.of(Fixtures.elf("small-module.ko")).isEmpty());
    }

    private static String text(List<Dwarf.Frame> frames) {
        return frames.isEmpty()
                ? "?? ??:0"
                : frames.stream()
                        .map(frame -> frame.function() + " " + frame.file() + ":" + frame.line())
                        .collect(Collectors.joining(" "));
    }
}
