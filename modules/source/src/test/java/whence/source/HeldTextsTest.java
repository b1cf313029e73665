package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines whose text a statement does not say itself but prints out of a table, a variable, a member or a function.
class HeldTextsTest {
    private static final String PRINTK = "#define pr_info(fmt, ...) printk(KERN_INFO pr_fmt(fmt), ##__VA_ARGS__)\n"
            + "#define pr_fmt(fmt) \"zork: \" fmt\n";

    @Test
    void follows_a_text_out_of_a_table_and_says_where_it_stands() {
        SourceTree tree = tree("""
                static const char * const zork_names[] = {
                	[ZORK_OFF] = "Vulnerable",
                	[ZORK_FULL] = "Mitigation: Clear zorks",
                };
                void select(void)
                {
                	pr_info("%s\\n", zork_names[mode]);
                }
                """);
        Site site = tree.match("zork: Mitigation: Clear zorks").sites().getFirst();
        assertEquals("select", site.functionName());
        assertEquals("%s", site.format());
        assertEquals(
                new Site.Origin("zork_names", "x.c", 5),
                site.values().getFirst().origin());
    }

    @Test
    void answers_nothing_where_the_text_is_another_one() {
        SourceTree tree = tree("""
                static const char *zork_names[] = { "Mitigation: Clear zorks", "Vulnerable" };
                void select(void)
                {
                	pr_info("%s\\n", zork_names[mode]);
                }
                """);
        for (String line : List.of(
                "zork: Mitigation: Clear quuxes",
                "Mitigation: Clear zorks",
                "quux: Mitigation: Clear zorks",
                "zork: Mitigation: Clear zorks at last")) {
            assertEquals("", function(tree, line), line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tconst char *msg;\n\tmsg = \"Zork engine stalled\";\n",
                "\tconst char *msg = \"Zork engine stalled\";\n",
                "\tconst char *msg = x ? \"Nothing happened\" : \"Zork engine stalled\";\n",
                "\tstatic const char *msg[] = { \"Zork engine stalled\" };\n"
            })
    void follows_a_text_out_of_a_variable_of_the_same_function(String assignment) {
        SourceTree tree = tree("void other(void)\n{\n\tpr_info(\"%s\\n\", msg);\n}\n" + "void report(void)\n{\n"
                + assignment + "\tpr_info(\"%s\\n\", msg);\n}\n");
        assertEquals("report", function(tree, "zork: Zork engine stalled"));
    }

    @Test
    void follows_a_text_out_of_a_function_that_returns_it() {
        SourceTree tree = tree("""
                static const char *state_name(int state)
                {
                	switch (state) {
                	case 1: return "Engine running";
                	default: return broken ? "Engine on fire" : "Engine stalled";
                	}
                }
                void report(void)
                {
                	pr_info("%s\\n", state_name(state));
                }
                """);
        assertEquals("report", function(tree, "zork: Engine running"));
        assertEquals("report", function(tree, "zork: Engine on fire"));
        assertEquals("report", function(tree, "zork: Engine stalled"));
    }

    @Test
    void follows_a_text_out_of_a_member_that_another_file_fills() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "a.c",
                bytes("static const struct op power = {\n\t.action_msg = \"Power Off\",\n};\n"
                        + "int f(void)\n{\n\tti->error = \"Device lookup failed\";\n}\n"));
        files.put("b.c", bytes(PRINTK + """
                void handle(const struct op *op)
                {
                	pr_info("%s\\n", op->action_msg);
                	pr_info("%s: %s\\n", type, ti->error);
                }
                """));
        SourceTree tree = SourceTree.of("test", files);
        assertEquals("handle", function(tree, "zork: Power Off"));
        assertEquals("handle", function(tree, "zork: crypt: Device lookup failed"));
    }

    @Test
    void follows_a_text_out_of_the_structures_of_a_table() {
        SourceTree tree = tree("""
                static const struct what table[] = {
                	{ 1, "Level one zork" },
                	{ .id = 2, .name = "Level two zork" },
                };
                void report(void)
                {
                	pr_info("%s\\n", table[i].name);
                }
                """);
        assertEquals("report", function(tree, "zork: Level one zork"));
        assertEquals("report", function(tree, "zork: Level two zork"));
    }

    @Test
    void knows_a_message_that_a_macro_of_the_file_names() {
        SourceTree tree = tree("""
                #define ZORK_MSG "WARNING: zorks are not recommended for this machine\\n"
                void warn(void)
                {
                	pr_info(ZORK_MSG);
                }
                #undef pr_fmt
                #define pr_fmt(fmt) fmt
                #define QUUX_MSG "Quux bug present, see the manual for what to do\\n"
                void later(void)
                {
                	pr_info(QUUX_MSG);
                }
                """);
        assertEquals("warn", function(tree, "zork: WARNING: zorks are not recommended for this machine"));
        assertEquals("later", function(tree, "Quux bug present, see the manual for what to do"));
    }

    @Test
    void follows_a_message_through_a_function_that_is_handed_it_ready_made() {
        SourceTree tree = tree("""
                static void __zfs_printk(const char *level, const struct mount *mp, struct va_format *vaf)
                {
                	printk("%sZFS (%s): %pV\\n", level, mp->id, vaf);
                }
                void zfs_printk(const char *level, const struct mount *mp, const char *fmt, ...)
                {
                	__zfs_printk(level, mp, &vaf);
                }
                int read_block(void)
                {
                	zfs_printk(KERN_WARNING, mp, "Invalid superblock magic number");
                }
                """);
        assertEquals("read_block", function(tree, "ZFS (sdb1): Invalid superblock magic number"));
    }

    @Test
    void follows_a_text_that_a_macro_puts_into_a_table() {
        SourceTree tree = tree("""
                #define BROKEN(_quirk, _desc) { QUIRK_##_quirk, _desc }
                static const struct { int quirk; const char *desc; } table[] = {
                	BROKEN(ONE, "Zork command is advertised, "
                		    "but not supported."),
                };
                void setup(void)
                {
                	pr_info("%s", table[i].desc);
                }
                """);
        assertEquals("setup", function(tree, "zork: Zork command is advertised, but not supported."));
    }

    @Test
    void takes_the_name_of_a_function_that_it_prints_itself_for_what_it_is() {
        SourceTree tree = tree("""
                void zork_eh_reset(void)
                {
                	pr_info("%s start\\n", __func__);
                }
                """);
        assertEquals("zork_eh_reset", function(tree, "zork: zork_eh_reset start"));
        assertEquals("", function(tree, "zork: quux_eh_reset start"));
    }

    @Test
    void passes_over_a_level_that_a_statement_is_handed() {
        SourceTree tree =
                tree("void show(const char *log_lvl)\n{\n\tprintk(\"%sRIP: %04x:%lx\\n\", log_lvl, cs, ip);\n}\n");
        Site site = tree.match("RIP: 0010:ffffffff8100").sites().getFirst();
        assertEquals("show", site.functionName());
        assertEquals("[0010, ffffffff8100]", site.values().toString());
    }

    @Test
    void names_the_statement_that_has_the_words_and_not_who_hands_it_an_end() {
        SourceTree tree = tree("""
                static void io_error(struct bh *bh, const char *msg)
                {
                	printk(KERN_ERR "Buffered I/O error on device %s, block %d%s\\n", name, block, msg);
                }
                void end_read(void)
                {
                	io_error(bh, ", async page read");
                }
                """);
        assertEquals("io_error", function(tree, "Buffered I/O error on device sdd, block 582, async page read"));
    }

    private static String function(SourceTree tree, String line) {
        LineMatch match = tree.match(line);
        return match.certainty() == LineMatch.Certainty.PRINTS
                ? match.sites().getFirst().functionName()
                : "";
    }

    private static SourceTree tree(String text) {
        return SourceTree.of("test", Map.of("x.c", bytes(PRINTK + text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
