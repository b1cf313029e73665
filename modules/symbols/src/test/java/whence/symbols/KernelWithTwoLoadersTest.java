package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.symbols.facts.SymbolTable;
import whence.symbols.mention.Located;
import whence.symbols.probes.Answer;
import whence.symbols.slides.Slide;

/// Lines cut from the capture of a kernel with two functions named load_elf_binary.
class KernelWithTwoLoadersTest {
    private static final String KALLSYMS = "kallsyms-excerpt.txt";
    private static final String READELF = "readelf-s-load_elf_binary.txt";

    @Test
    void tells_the_objects_by_the_file_entries_and_points_at_them() {
        Symbols symbols = Fixtures.join(KALLSYMS, READELF);
        List<Copy> copies = symbols.named("load_elf_binary").orElseThrow().copies();
        assertEquals(
                List.of("binfmt_elf.c", "compat_binfmt_elf.c"),
                copies.stream().map(Copy::object).toList());
        assertEquals(Grade.OBSERVED, copies.get(1).grade());
        List<Span> evidence = copies.get(1).evidence();
        assertEquals(KALLSYMS, evidence.get(0).artifact());
        assertTrue(evidence.stream().anyMatch(s -> s.artifact().equals(READELF) && s.line() == 3), evidence.toString());
    }

    @Test
    void works_the_slide_out_from_two_copies_alone() {
        Slide slide = Fixtures.join(KALLSYMS, READELF).slides().get(0);
        assertEquals(0xc000000L, slide.distance());
        assertEquals(Grade.DERIVED, slide.grade());
    }

    @Test
    void an_excerpt_of_another_kernel_says_nothing_of_this_one() {
        String other = """
                   1: 0000000000000000     0 FILE    LOCAL  DEFAULT  ABS elsewhere.c
                   2: ffffffff813e1230   900 FUNC    LOCAL  DEFAULT    1 load_script
                """;
        Symbols symbols = Symbols.of(
                List.of(Fixtures.read("kallsyms", Fixtures.bytes(KALLSYMS)), Fixtures.read("readelf-symbols", other)),
                Optional.empty());
        assertEquals(List.of(), symbols.slides());
        assertNull(symbols.named("load_script").orElseThrow().copies().get(0).object());
    }

    @Test
    void an_address_of_a_program_lies_in_no_symbol_of_the_kernel() {
        assertEquals(Optional.empty(), Fixtures.join(KALLSYMS).at(0x7f12_3456_7890L));
    }

    @Test
    void a_line_of_the_kprobe_list_leads_to_the_copy_it_stands_on() {
        String line = "ffffffff8d3ec960  k  load_elf_binary+0x0    [DISABLED][FTRACE]";
        List<Located> located = Fixtures.join(KALLSYMS, READELF).locate(line);
        assertEquals(2, located.size());
        Place byAddress = located.get(0).places().getFirst().place();
        assertEquals("load_elf_binary+0x0", byAddress.toString());
        assertEquals("compat_binfmt_elf.c", byAddress.copy().object());
        assertEquals(
                List.of(byAddress),
                located.get(1).places().stream().map(Located.Spot::place).toList());
        assertEquals(
                2,
                Fixtures.join(KALLSYMS)
                        .locate("k  load_elf_binary+0x0")
                        .getFirst()
                        .places()
                        .size());
    }

    @Test
    void digits_alone_and_names_alone_are_found_and_other_words_are_not() {
        Symbols symbols = Fixtures.join(KALLSYMS);
        assertEquals(2, symbols.locate(" load_elf_binary ").getFirst().places().size());
        assertEquals(
                "0xffffffff8d3e9c20",
                symbols.places("ffffffff8d3e9c20").getFirst().addressText());
        assertEquals(List.of(), symbols.locate("no such thing"));
    }

    @Test
    void works_the_slide_out_from_what_instructions_refer_to() {
        Slide slide = Fixtures.join(KALLSYMS, "objdump-head.txt").slides().get(0);
        assertEquals(0xc000000L, slide.distance());
    }

    @Test
    void tells_the_objects_by_their_order_where_nothing_else_is_there() {
        Symbols symbols = Fixtures.join(KALLSYMS);
        List<Copy> copies = symbols.named("load_elf_binary").orElseThrow().copies();
        assertEquals(
                List.of("binfmt_elf.c", "compat_binfmt_elf.c"),
                copies.stream().map(Copy::object).toList());
        assertEquals(Grade.DERIVED, copies.get(0).grade());
        assertTrue(
                copies.get(0).why().startsWith("order of objects"),
                copies.get(0).why());
    }

    @Test
    void a_standing_probe_proves_that_its_address_can_be_probed() {
        Symbols symbols = Fixtures.join(KALLSYMS, "kprobes-list.txt");
        Copy copy = symbols.named("load_elf_binary").orElseThrow().copies().get(0);
        assertEquals(Answer.Status.YES, copy.probing().byAddress().status());
        assertEquals(
                "kprobes-list.txt", copy.probing().byAddress().evidence().get(0).artifact());
    }

    @Test
    void the_blacklist_forbids_what_lies_in_its_ranges_and_allows_the_rest() {
        Symbols symbols = Fixtures.join(KALLSYMS, "kprobes-blacklist-head.txt");
        Copy entry =
                symbols.named("asm_exc_divide_error").orElseThrow().copies().get(0);
        assertEquals(Answer.Status.NO, entry.probing().kprobe());
        assertEquals(List.of(), entry.offers());
        Copy script = symbols.named("load_script").orElseThrow().copies().get(0);
        assertEquals(Answer.Status.YES, script.probing().kprobe());
        assertEquals("kprobe:load_script", script.offers().get(1).text());
    }

    @Test
    void without_a_blacklist_nobody_knows() {
        Copy copy = Fixtures.join(KALLSYMS)
                .named("load_script")
                .orElseThrow()
                .copies()
                .get(0);
        assertEquals(Answer.Status.UNKNOWN, copy.probing().kprobe());
    }

    @Test
    void offers_each_copy_as_an_offset_that_every_boot_of_the_image_accepts() {
        Symbols symbols = Fixtures.join(KALLSYMS, "kprobes-blacklist-head.txt", "kernel-config-head.txt");
        List<Copy> copies = symbols.named("load_elf_binary").orElseThrow().copies();
        assertEquals(
                "p:whence/load_elf_binary_2 _text+4114784",
                copies.get(1).offers().get(0).text());
        assertEquals(Answer.Status.NO, copies.get(1).probing().byName().status());
        assertTrue(copies.get(1).probing().why().contains("EADDRNOTAVAIL"));
    }

    @Test
    void ftrace_lists_as_many_entries_as_there_are_copies() {
        Symbols symbols = Fixtures.join(KALLSYMS, "available_filter_functions-excerpt.txt");
        Copy copy = symbols.named("load_elf_binary").orElseThrow().copies().get(1);
        assertEquals(Answer.Status.YES, copy.probing().fentry().status());
    }

    @Test
    void code_of_the_init_section_is_gone() {
        Copy copy = Fixtures.join(KALLSYMS)
                .named("_sinittext")
                .orElseThrow()
                .copies()
                .get(0);
        assertEquals(Answer.Status.NO, copy.probing().kprobe());
    }

    @Test
    void a_symbol_of_a_module_comes_from_its_file() {
        Symbols symbols = Fixtures.join(KALLSYMS);
        SymbolTable base = symbols.base().orElseThrow();
        Symbol inModule = symbols.all().stream()
                .filter(s -> s.copies().get(0).module().equals("irqbypass"))
                .findFirst()
                .orElseThrow();
        assertEquals("irqbypass.ko", inModule.copies().get(0).object());
        assertEquals(105, base.count());
        assertEquals(List.of(), base.losses());
    }

    @Test
    void an_address_is_the_function_it_lies_in() {
        Symbols symbols = Fixtures.join(KALLSYMS);
        assertEquals(
                "load_elf_binary+0x14",
                symbols.at(0xffffffff8d3ec974L).orElseThrow().toString());
        assertEquals(2, symbols.at(0xffffffff8d3ec974L).orElseThrow().copy().number());
        assertEquals(
                "0xffffffff8d3e9c10",
                symbols.places("load_elf_binary+0x10/0x1780").get(0).copy().addressText());
        assertEquals(List.of(), symbols.places("load_elf_binary+0x10/0x9999"));
    }
}
