package whence.symbols.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines as kernels and tools print them.
class AddressMentionsTest {
    private static String told(AddressMention mention) {
        return switch (mention) {
            case AddressMention.Raw raw -> Long.toHexString(raw.address());
            case AddressMention.Named named ->
                named.name() + " " + named.offset() + " " + named.size() + " [" + named.module() + "]"
                        + (named.returned() ? " returned" : "");
        };
    }

    private static List<String> told(String line) {
        return AddressMentions.in(line).stream().map(AddressMentionsTest::told).toList();
    }

    @Test
    void the_instruction_pointer_of_an_oops_stands_where_it_is() {
        assertEquals(List.of("bpf_prog_load 195 1392 []"), told("[   41.830563] RIP: 0010:bpf_prog_load+0xc3/0x570"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " nf_nat_packet+0x3c/0xa0 [nf_nat]",
                "[   41.830563]  ? nf_nat_packet+0x3c/0xa0 [nf_nat]",
                "[   41.830563]  [<ffffffffc0a1b03c>] ? nf_nat_packet+0x3c/0xa0 [nf_nat 0123456789abcdef0123]",
                "Nov 21 03:00:00 host kernel:  nf_nat_packet+0x3c/0xa0 [nf_nat]"
            })
    void a_line_of_a_call_trace_says_where_its_call_returns_to(String line) {
        assertEquals("nf_nat_packet 60 160 [nf_nat] returned", told(line).getLast());
    }

    @Test
    void a_return_probe_names_the_caller_and_the_probed() {
        String line = "bpfcase-554 [000] ..... 41.830542: capable_ret: (bpf_prog_load+0x18c/0xb00 <- capable) ret=0";
        assertEquals(List.of("bpf_prog_load 396 2816 [] returned", "capable 0 -1 []"), told(line));
        AddressMention caller = AddressMentions.in(line).getFirst();
        assertEquals("bpf_prog_load+0x18c/0xb00", line.substring(caller.start(), caller.end()));
        AddressMention probed = AddressMentions.in(line).getLast();
        assertEquals("capable", line.substring(probed.start(), probed.end()));
    }

    @Test
    void flags_of_the_list_of_kprobes_are_no_modules() {
        assertEquals(
                List.of("ffffffff8d3e9c10", "load_elf_binary 0 -1 []"),
                told("ffffffff8d3e9c10  k  load_elf_binary+0x0    [DISABLED][FTRACE]"));
    }

    @Test
    void perf_writes_decimal_offsets() {
        assertEquals(List.of("_text 4103184 -1 []"), told("p:probe/load_elf_binary _text+4103184"));
    }

    @Test
    void old_kernels_of_32_bits_print_addresses_in_brackets() {
        assertEquals(List.of("c0123456"), told("EIP is at [<c0123456>]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef", // no kernel address: its highest bit is not set
                "boot 6a1d1e7c5f6a4d0c8f0b1d2c3e4f5a6b",
                "c++ and a + b, x86+",
                "2026-11-21T03:00:00+00:00 all is well",
                ""
            })
    void what_is_no_address_is_not_taken_for_one(String line) {
        assertEquals(List.of(), told(line));
    }

    @Test
    void a_number_too_long_is_no_offset() {
        assertEquals(List.of(), told("f+0x11112222333344445"));
        assertInstanceOf(
                AddressMention.Named.class,
                AddressMentions.in("f+0xffffffffffffffff").getFirst());
    }
}
