package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A statement printed a line only if it explains all of it: what its wrappers put before it, its widths, its end.
class WholeLineTest {
    private static final String PRINTERS =
            "#define pr_info(fmt, ...) printk(KERN_INFO pr_fmt(fmt), ##__VA_ARGS__)\n#define pr_fmt(fmt) \"zork: \" fmt\n";

    @Test
    void a_message_without_the_prefix_that_its_file_prints_is_only_similar() {
        SourceTree tree =
                tree(PRINTERS + "void f(void)\n{\n\tpr_info(\"memory allocation for ring %d failed\\n\", i);\n}\n");
        assertEquals("f", prints(tree, "zork: memory allocation for ring 3 failed"));
        LineMatch bare = tree.match("memory allocation for ring 3 failed");
        assertEquals(LineMatch.Certainty.SIMILAR, bare.certainty());
        assertEquals("f", bare.sites().getFirst().functionName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ring buffer 3 exhausted", "git: ring buffer 3 exhausted", "prog: part: ring buffer 3 exhausted"
            })
    void a_message_about_a_device_is_not_printed_without_its_driver_and_name(String line) {
        SourceTree tree = tree("void f(void)\n{\n\tdev_err(dev, \"ring buffer %d exhausted\\n\", i);\n}\n");
        assertEquals("f", prints(tree, "zork 0000:00:1f.2: ring buffer 3 exhausted"));
        assertNotEquals(LineMatch.Certainty.PRINTS, tree.match(line).certainty());
    }

    @Test
    void a_network_interface_is_named_alone_or_behind_driver_and_device() {
        SourceTree tree = tree("void f(void)\n{\n\tnetdev_info(dev, \"ring buffer %d exhausted\\n\", i);\n}\n");
        assertEquals("f", prints(tree, "eth0: ring buffer 3 exhausted"));
        assertEquals("f", prints(tree, "zork 0000:00:1f.2 eth0: ring buffer 3 exhausted"));
        assertEquals("f", prints(tree, "eth0 (unregistering): ring buffer 3 exhausted"));
        assertNotEquals(
                LineMatch.Certainty.PRINTS,
                tree.match("zork: eth0: ring buffer 3 exhausted").certainty());
    }

    @Test
    void every_branch_of_a_wrapper_is_a_way_to_introduce_a_message() {
        SourceTree tree = tree(
                "#define port_info(p, fmt, ...) do { if ((p)->many) printk(\"port%u.%02u: \" fmt, (p)->id, (p)->n, ##__VA_ARGS__);"
                        + " else printk(\"port%u: \" fmt, (p)->id, ##__VA_ARGS__); } while (0)\n"
                        + "void f(struct port *p)\n{\n\tport_info(p, \"link down\\n\");\n}\n");
        assertEquals("f", prints(tree, "port5: link down"));
        assertEquals("f", prints(tree, "port5.01: link down"));
    }

    @Test
    void a_level_handed_over_as_two_characters_prints_nothing() {
        SourceTree tree = tree(
                "void vol_msg(struct v *v, const char *fmt, ...)\n{\n\tstruct va_format vaf;\n\tva_start(args, fmt);\n"
                        + "\tprintk(\"%c%cVOL-fs (%s): %pV\\n\", KERN_SOH_ASCII, level, v->id, &vaf);\n}\n"
                        + "int mount(void)\n{\n\tvol_msg(v, KERN_ERR \"cannot load checksum driver\");\n}\n");
        assertEquals("mount", prints(tree, "VOL-fs (sda1): cannot load checksum driver"));
    }

    @Test
    void a_message_handed_on_to_a_function_that_prints_it_is_introduced_by_that_one() {
        SourceTree tree = tree("static void __vol_print(const char *level, struct v *v, struct va_format *vaf)\n{\n"
                + "\tif (v) {\n\t\tprintk(\"%sVOL (%s): %pV\\n\", level, v->id, vaf);\n\t\treturn;\n\t}\n"
                + "\tprintk(\"%sVOL: %pV\\n\", level, vaf);\n}\n"
                + "void vol_print(const char *level, struct v *v, const char *fmt, ...)\n{\n\tstruct va_format vaf;\n"
                + "\tvaf.fmt = fmt;\n\t__vol_print(level, v, &vaf);\n}\n"
                + "#define vol_notice(v, fmt, ...) vol_print(KERN_NOTICE, v, fmt, ##__VA_ARGS__)\n"
                + "int mount(void)\n{\n\tvol_notice(v, \"Mounting V%d volume\", 5);\n}\n");
        assertEquals("mount", prints(tree, "VOL (sda1): Mounting V5 volume"));
        assertEquals("mount", prints(tree, "VOL: Mounting V5 volume"));
        assertNotEquals(
                LineMatch.Certainty.PRINTS,
                tree.match("zork: Mounting V5 volume").certainty());
    }

    @Test
    void a_name_before_a_colon_introduces_a_short_message_and_other_words_do_not() {
        SourceTree tree = tree("void f(void)\n{\n\tprintk(\"%s: link up\\n\", dev->name);\n}\n"
                + "void g(void)\n{\n\tprintk(\"%s version %s\\n\", name, version);\n}\n");
        assertEquals("f", prints(tree, "eth0: link up"));
        assertNotEquals(
                LineMatch.Certainty.PRINTS, tree.match("New version 6.7.1-9.").certainty());
    }

    @Test
    void a_level_that_a_format_begins_with_prints_nothing_and_leads_no_line() {
        SourceTree tree =
                tree("void show(const char *level)\n{\n\tprintk(\"%sRIP: %04x:%pS\\n\", level, cs, ip);\n}\n");
        assertEquals("show", prints(tree, "RIP: 0033:0x7f1234"));
    }

    @Test
    void a_value_fills_the_width_that_the_format_sets() {
        SourceTree tree = tree("void f(void)\n{\n\tprintk(\"%-16s returned code %4d to caller\\n\", name, r);\n}\n");
        assertEquals("f", prints(tree, "inflate          returned code   -5 to caller"));
        assertNotEquals(
                LineMatch.Certainty.PRINTS,
                tree.match("inflate returned code -5 to caller").certainty());
    }

    @Test
    void a_value_is_no_longer_than_the_format_lets_it_be() {
        SourceTree tree = tree("void f(void)\n{\n\tprintk(\"vendor %.8s answers inquiry\\n\", name);\n}\n");
        assertEquals("f", prints(tree, "vendor QEMU answers inquiry"));
        assertNotEquals(
                LineMatch.Certainty.PRINTS,
                tree.match("vendor incorporated answers inquiry").certainty());
    }

    @Test
    void half_a_sentence_is_no_value_of_a_format_that_says_little() {
        SourceTree tree = tree("void f(void)\n{\n\tprintk(\"failed to get %s\\n\", name);\n}\n");
        assertEquals("f", prints(tree, "failed to get clock"));
        assertEquals(
                LineMatch.Certainty.NONE,
                tree.match("failed to get the codec of the encoding of this file system")
                        .certainty());
    }

    @Test
    void the_looks_of_a_symbol_are_known() {
        SourceTree tree = tree("void f(void)\n{\n\tprintk(\"%pS took %lld usecs\\n\", fn, t);\n}\n");
        assertEquals("f", prints(tree, "quirk_early_handoff+0x0/0x760 took 18106 usecs"));
        assertEquals(
                LineMatch.Certainty.NONE, tree.match("this took 18106 usecs").certainty());
    }

    @Test
    void what_a_program_in_the_tree_prints_is_no_kernel_line() {
        SourceTree tree = tree(
                "static void f(void)\n{\n\tprintk(\"cannot start the editor %d\\n\", i);\n}\nint main(void)\n{\n\tf();\n\treturn 0;\n}\n");
        assertEquals(
                LineMatch.Certainty.NONE,
                tree.match("cannot start the editor 3").certainty());
    }

    @Test
    void a_message_without_an_end_goes_on_only_where_the_function_continues_it() {
        SourceTree tree = tree(
                "void f(void)\n{\n\tprintk(\"fork rejected by controller in \");\n\tpath(c);\n\tpr_cont(\"\\n\");\n}\n"
                        + "void g(void)\n{\n\tprintk(\"spoon rejected by controller in \");\n}\n");
        assertEquals("f", prints(tree, "fork rejected by controller in /slice"));
        assertNotEquals(
                LineMatch.Certainty.PRINTS,
                tree.match("spoon rejected by controller in /slice").certainty());
    }

    private static String prints(SourceTree tree, String line) {
        LineMatch match = tree.match(line);
        assertEquals(LineMatch.Certainty.PRINTS, match.certainty(), line);
        return match.sites().getFirst().functionName();
    }

    private static SourceTree tree(String text) {
        return SourceTree.of("test", Map.of("drivers/x.c", text.getBytes(StandardCharsets.UTF_8)));
    }
}
