package whence.symbols;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.bytes.Bytes;
import whence.symbols.facts.FilterFunctions;
import whence.symbols.facts.KernelConfig;
import whence.symbols.facts.KernelVersion;
import whence.symbols.facts.KprobesList;
import whence.symbols.facts.LoadedModules;
import whence.symbols.facts.ModuleInfo;
import whence.symbols.facts.SymbolTable;
import whence.symbols.read.SymbolReader;
import whence.symbols.read.SymbolReaders;

class ListFormsTest {
    @ParameterizedTest
    @CsvSource({
        "kallsyms-excerpt.txt, kallsyms",
        "readelf-s-load_elf_binary.txt, readelf-symbols",
        "objdump-head.txt, objdump",
        "kprobes-blacklist-head.txt, kprobe-blacklist",
        "kprobes-list.txt, kprobes-list",
        "kprobes-list-after-perf.txt, kprobes-list",
        "proc-modules-head.txt, proc-modules",
        "kernel-config-head.txt, kernel-config",
        "available_filter_functions-excerpt.txt, available-filter-functions",
    })
    void recognises_a_format_by_its_content_alone(String file, String format) {
        assertEquals(
                format,
                SymbolReaders.sniff(Fixtures.bytes(file), "x")
                        .map(SymbolReader::format)
                        .orElse("none"));
    }

    @Test
    void takes_prose_and_noise_for_nothing() {
        assertEquals(
                Optional.empty(), SymbolReaders.sniff(Bytes.ofText("It was a dark night.\nNothing moved.\n"), "x"));
        assertEquals(Optional.empty(), SymbolReaders.sniff(Bytes.of(new byte[4096]), "x"));
        assertEquals(Optional.empty(), SymbolReaders.sniff(Bytes.ofText(""), "kallsyms.txt"));
    }

    @Test
    void reads_addresses_of_32_bits_and_modules_behind_a_tab() {
        SymbolTable table =
                (SymbolTable) Fixtures.read("kallsyms", "c0100000 T _text\nbf801000 t nf_log\t[nf_log_syslog]\n");
        assertEquals(0xc0100000L, table.address(0));
        assertEquals("nf_log_syslog", table.module(1));
        assertArrayEquals(new int[] {1, 0}, table.byAddress());
    }

    @Test
    void a_broken_line_costs_only_itself() {
        SymbolTable table = (SymbolTable)
                Fixtures.read("kallsyms", "ffffffff81000000 T _text\nwhat is this\nffffffff81000010 t a\nffffffff8");
        assertEquals(2, table.count());
        assertEquals(
                List.of(2L, 4L),
                table.losses().stream().map(l -> l.span().line()).toList());
        assertEquals(25, table.losses().get(0).span().offset());
    }

    @Test
    void zeroes_everywhere_hide_addresses_but_one_zero_does_not() {
        SymbolTable hidden = (SymbolTable) Fixtures.read("kallsyms", "0000000000000000 t a\n0000000000000000 t b\n");
        assertTrue(hidden.addressesHidden());
        assertEquals(-1, hidden.at(0));
        SymbolTable shown =
                (SymbolTable) Fixtures.read("kallsyms", "0000000000000000 A percpu\nffffffff81000000 t b\n");
        assertEquals(0, shown.at(0));
    }

    @Test
    void nm_leaves_undefined_symbols_without_address_and_may_give_sizes() {
        SymbolTable table = (SymbolTable)
                Fixtures.read("system-map", "                 U printk\n0000000000000010 0000000000000020 T start\n");
        assertEquals(1, table.count());
        assertEquals("start", table.name(0));
        assertEquals(0x10, table.address(0));
    }

    @Test
    void a_size_reaches_to_the_next_symbol_that_is_no_alias() {
        SymbolTable table = (SymbolTable)
                Fixtures.read(
                        "kallsyms",
                        "ffffffff81000000 T one\nffffffff81000000 T alias\nffffffff81000040 T two\nffffffffc0000000 t far\t[m]\n");
        assertEquals(0x40, table.size(0));
        assertEquals(0x40, table.size(1));
        assertEquals(SymbolTable.NO_SIZE, table.size(2));
        assertEquals(0, table.at(0xffffffff8100003fL));
        assertArrayEquals(new int[] {0, 1}, table.aliases(1));
    }

    @Test
    void readelf_in_hexadecimal_sizes_with_headings() {
        SymbolTable table = (SymbolTable) Fixtures.read("readelf-symbols", """

                Symbol table '.symtab' contains 4 entries:
                   Num:    Value          Size Type    Bind   Vis      Ndx Name
                     0: 0000000000000000     0 NOTYPE  LOCAL  DEFAULT  UND\s
                     1: 0000000000000000     0 FILE    LOCAL  DEFAULT  ABS a.c
                     2: ffffffff81000000 0x18000 FUNC    LOCAL  DEFAULT    1 long_one
                     3: ffffffff81018000     9 FUNC    GLOBAL DEFAULT    1 shared
                """);
        assertEquals(List.of(), table.losses());
        assertEquals(0x18000, table.declaredSize(0));
        assertEquals("a.c", table.file(0));
        assertEquals(null, table.file(1));
    }

    @Test
    void filter_functions_may_give_addresses_and_placeholders() {
        FilterFunctions list = (FilterFunctions) Fixtures.read(
                "available-filter-functions",
                "ffffffff81000004 start\n__ftrace_invalid_address___496\nffffffffc0001004 probe [virtio]\n");
        assertEquals(1, list.placeholders());
        assertEquals(0xffffffffc0001004L, list.table().address(1));
        assertEquals("virtio", list.table().module(1));
    }

    @Test
    void kprobes_list_tells_kind_offset_module_and_flags() {
        KprobesList list = (KprobesList) Fixtures.read(
                "kprobes-list",
                "ffffffffa0001010  r  nf_hook+0x10  nf_tables [DISABLED][FTRACE]\nc015d71a  k  vfs_read+0x0\n");
        KprobesList.Entry entry = list.entries().get(0);
        assertEquals('r', entry.kind());
        assertEquals(0x10, entry.offset());
        assertEquals("nf_tables", entry.module());
        assertEquals(List.of("DISABLED", "FTRACE"), entry.flags());
        assertEquals(List.of(), list.losses());
    }

    @Test
    void proc_modules_and_modinfo_and_configuration() {
        LoadedModules modules = (LoadedModules) Fixtures.read("proc-modules", Fixtures.bytes("proc-modules-head.txt"));
        assertEquals(List.of("kvm_amd"), modules.named("ccp").orElseThrow().usedBy());
        KernelConfig config = (KernelConfig) Fixtures.read("kernel-config", Fixtures.bytes("kernel-config-head.txt"));
        assertEquals(Optional.of(new KernelVersion(6, 1, 192)), config.version());
        ModuleInfo info = (ModuleInfo) Fixtures.read(
                "modinfo",
                "filename:       /lib/modules/6.1/a.ko.xz\nvermagic:       6.1.0 SMP\nparm:           a:b (int)\n");
        assertEquals("6.1.0 SMP", info.vermagic().orElseThrow());
    }

    /// Maps written as GNU ld 2.40 and lld write them, with the addresses of the fixture.
    @ParameterizedTest
    @ValueSource(strings = {"ld.map", "lld.map"})
    void a_linker_map_tells_the_object_of_each_copy(String file) {
        Symbols symbols = Fixtures.join("kallsyms-excerpt.txt", file);
        List<Copy> copies = symbols.named("load_elf_binary").orElseThrow().copies();
        assertEquals(
                List.of("fs/binfmt_elf.o", "fs/compat_binfmt_elf.o"),
                copies.stream().map(Copy::object).toList());
    }

    @Test
    void many_lines_out_of_order_are_sorted_and_found() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append(String.format(Locale.ROOT, "ffffffff%08x t s%d%n", (i * 7919L) % 5000 * 16, i % 4000));
        }
        SymbolTable table = (SymbolTable) Fixtures.read("kallsyms", text.toString());
        int[] order = table.byAddress();
        long[] sorted = Arrays.stream(order).mapToLong(table::address).toArray();
        for (int i = 1; i < sorted.length; i++) {
            assertTrue(Long.compareUnsigned(sorted[i - 1], sorted[i]) < 0);
        }
        assertArrayEquals(new int[] {17, 4017}, table.named("s17"));
        assertArrayEquals(new int[0], table.named("s4000"));
    }
}
