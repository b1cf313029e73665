package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Grade;
import whence.symbols.facts.SymbolFacts;
import whence.symbols.probes.Answer;
import whence.symbols.read.SymbolReader;
import whence.symbols.read.SymbolReaders;
import whence.timeline.Input;

/// The whole capture of a kernel with two functions named load_elf_binary.
class AmbiguousSymbolCaptureTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void find_the_captures() {
        String captures = System.getenv("WHENCE_CAPTURES");
        assumeTrue(captures != null, "WHENCE_CAPTURES names no folder of captures");
        folder = Path.of(captures, "ambiguous-symbol");
    }

    @Test
    void recognises_each_artifact_by_its_content() throws IOException {
        assertEquals("kallsyms", sniffed("kallsyms.txt"));
        assertEquals("kallsyms", sniffed("kallsyms-nonroot.txt"));
        assertEquals("kallsyms", sniffed("kallsyms-load_elf_binary.txt"));
        assertEquals("readelf-symbols", sniffed("readelf-s-load_elf_binary.txt"));
        assertEquals("objdump", sniffed("objdump-load_elf_binary-binfmt_elf.c.txt"));
        assertEquals("objdump", sniffed("objdump-l-load_elf_binary-compat_binfmt_elf.c.txt"));
        assertEquals("available-filter-functions", sniffed("available_filter_functions.txt"));
        assertEquals("kprobe-blacklist", sniffed("kprobes-blacklist.txt"));
        assertEquals("kprobes-list", sniffed("kprobes-list.txt"));
        assertEquals("proc-modules", sniffed("proc-modules.txt"));
        assertEquals("kernel-config", sniffed("kernel-config.txt"));
        for (String other : List.of(
                "dmesg.txt",
                "trace_pipe.txt",
                "strace-hello64s.txt",
                "journal-short.txt",
                "journal-fields.txt",
                "truth.json")) {
            assertEquals("none", sniffed(other), other);
        }
    }

    @Test
    void reads_every_line() throws IOException {
        Symbols symbols = symbols(
                "kallsyms.txt",
                "readelf-s-load_elf_binary.txt",
                "kprobes-blacklist.txt",
                "kprobes-list.txt",
                "available_filter_functions.txt",
                "proc-modules.txt",
                "kernel-config.txt");
        assertEquals(List.of(), symbols.losses());
        assertEquals(120477, symbols.count());
        assertEquals(370, symbols.ambiguity().byText());
    }

    @Test
    void tells_the_object_of_both_copies_by_the_file_entries_of_readelf() throws IOException {
        Symbols symbols =
                symbols("kallsyms.txt", "readelf-s-load_elf_binary.txt", "kprobes-blacklist.txt", "kernel-config.txt");
        List<Copy> copies = symbols.named("load_elf_binary").orElseThrow().copies();
        assertEquals(2, copies.size());
        assertEquals("0xffffffff8d3e9c10", copies.get(0).addressText());
        assertEquals("binfmt_elf.c", copies.get(0).object());
        assertEquals("0xffffffff8d3ec960", copies.get(1).addressText());
        assertEquals("compat_binfmt_elf.c", copies.get(1).object());
        for (Copy copy : copies) {
            assertEquals(Grade.OBSERVED, copy.grade());
            assertEquals(Answer.Status.NO, copy.probing().byName().status());
            assertEquals(Answer.Status.YES, copy.probing().byAddress().status());
        }
        assertEquals(
                "p:whence/load_elf_binary_1 _text+4103184",
                copies.get(0).offers().get(0).text());
        assertEquals(
                "p:whence/load_elf_binary_2 _text+4114784",
                copies.get(1).offers().get(0).text());
        assertEquals(0xc000000L, symbols.slides().get(0).distance());
    }

    @Test
    void takes_no_file_name_and_no_source_line_of_a_disassembly_for_an_object() throws IOException {
        Symbols symbols = symbols(
                "kallsyms.txt",
                "objdump-load_elf_binary-binfmt_elf.c.txt",
                "objdump-load_elf_binary-compat_binfmt_elf.c.txt",
                "objdump-l-load_elf_binary-compat_binfmt_elf.c.txt");
        for (Copy copy : symbols.named("load_elf_binary").orElseThrow().copies()) {
            assertEquals(Grade.DERIVED, copy.grade(), copy.why());
            assertTrue(copy.why().startsWith("order of objects"), copy.why());
        }
        assertEquals(3, symbols.slides().size());
        symbols.slides().forEach(slide -> assertEquals(0xc000000L, slide.distance(), slide.why()));
    }

    @Test
    void tells_the_objects_apart_by_their_order_where_only_kallsyms_is_there() throws IOException {
        for (String file : List.of("kallsyms.txt", "kallsyms-nonroot.txt")) {
            Symbols symbols = symbols(file);
            for (String name : List.of("load_elf_binary", "elf_core_dump", "padzero")) {
                List<Copy> copies = symbols.named(name).orElseThrow().copies();
                assertEquals("binfmt_elf.c", copies.get(0).object(), name);
                assertEquals("compat_binfmt_elf.c", copies.get(1).object(), name);
                assertEquals(Grade.DERIVED, copies.get(0).grade());
            }
            assertEquals(
                    null, symbols.named("show").orElseThrow().copies().get(0).object());
        }
    }

    @Test
    void counts_copies_where_addresses_are_hidden() throws IOException {
        Symbols symbols = symbols("kallsyms-nonroot.txt", "readelf-s-load_elf_binary.txt");
        assertEquals(370, symbols.ambiguity().byText());
        List<Copy> copies = symbols.named("load_elf_binary").orElseThrow().copies();
        assertEquals(2, copies.size());
        assertEquals(null, copies.get(0).addressText());
        assertEquals("compat_binfmt_elf.c", copies.get(1).object());
        assertEquals(Grade.DERIVED, copies.get(1).grade());
        assertTrue(symbols.at(0).isEmpty());
    }

    @Test
    void a_place_in_a_frame_is_the_copy_whose_size_fits() throws IOException {
        Symbols symbols = symbols("kallsyms.txt");
        assertEquals(
                "0xffffffff8d3ec960",
                symbols.places("load_elf_binary+0x0/0x1830").get(0).copy().addressText());
        assertEquals(1, symbols.places("load_elf_binary+0x0/0x1780").size());
        assertEquals(2, symbols.places("load_elf_binary").size());
        assertEquals(
                "load_elf_binary+0x10",
                symbols.at(0xffffffff8d3e9c20L).orElseThrow().toString());
    }

    private static String sniffed(String file) throws IOException {
        return SymbolReaders.sniff(Bytes.of(Files.readAllBytes(folder.resolve(file))), "unnamed")
                .map(SymbolReader::format)
                .orElse("none");
    }

    private static Symbols symbols(String... files) throws IOException {
        List<SymbolFacts> facts = new ArrayList<>();
        for (String file : files) {
            Bytes bytes = Bytes.of(Files.readAllBytes(folder.resolve(file)));
            SymbolReader reader = SymbolReaders.sniff(bytes, file).orElseThrow();
            facts.add(reader.read(new Input(file, bytes), Watch.NONE));
        }
        return Symbols.of(facts, Optional.empty());
    }
}
