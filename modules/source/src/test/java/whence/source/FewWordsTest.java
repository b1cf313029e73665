package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Lines of statements whose own formats have few words, or none.
class FewWordsTest {
    private static final String PRINTK = "#define pr_info(fmt, ...) printk(KERN_INFO pr_fmt(fmt), ##__VA_ARGS__)\n";

    @Test
    void knows_a_resource_by_its_looks() {
        SourceTree tree = tree(
                "drivers/zork/probe.c",
                "void read_base(struct d *d)\n{\n\tdev_info(&d->dev, \"%s %pR\\n\", name, res);\n}\n");
        assertEquals("read_base", function(tree, "zork 0000:00:01.1: BAR 4 [io  0xc0c0-0xc0cf]"));
        assertEquals("", function(tree, "zork 0000:00:01.1: BAR 4 is gone"));
    }

    @Test
    void does_not_choose_among_many_that_print_nothing_but_a_resource() {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("io", "mem", "irq", "dma", "bus")) {
            text.append("void add_").append(name).append("(void)\n{\n\tdev_info(&d->dev, \"%pR\\n\", res);\n}\n");
        }
        assertEquals("", function(tree("drivers/zork/res.c", text.toString()), "zork 00:02: [dma 2]"));
    }

    @Test
    void puts_a_line_together_from_what_one_function_continues() {
        SourceTree tree = tree(
                "x.c",
                "void order(void)\n{\n\tprintk(\"Fallback of node %d: \", n);\n\tfor (;;)\n\t\tpr_cont(\"%d \", i);\n"
                        + "\tpr_cont(\"in all\\n\");\n}\n");
        assertEquals("order", function(tree, "Fallback of node 0: 0 1 2 3 in all"));
    }

    @Test
    void puts_a_line_together_from_what_a_called_function_continues() {
        SourceTree tree = tree(
                "x.c",
                "static void brand(void)\n{\n\tpr_cont(\"%s\", id);\n\tpr_cont(\" (family: 0x%x, model: 0x%x)\\n\", f, m);\n}\n"
                        + "void boot(void)\n{\n\tprintk(\"CPU0: \");\n\tbrand();\n}\n");
        assertEquals("boot", function(tree, "CPU0: Some Brand 2.5+ (family: 0xf, model: 0x6b)"));
    }

    @Test
    void says_who_began_a_line_that_has_no_word_of_its_beginning() {
        SourceTree tree = tree(
                "x.c",
                "static int check(void)\n{\n\tpr_cont(\"not available due to virtualization.\\n\");\n\treturn 0;\n}\n"
                        + "int init(void)\n{\n\tprintk(\"PMU: \");\n\treturn check();\n}\n");
        assertEquals("init", function(tree, "PMU: not available due to virtualization."));
    }

    @Test
    void finds_every_line_of_a_message_of_several() {
        SourceTree tree = tree(
                "x.c",
                "void set(void)\n{\n\tprintk(\"Unstable zorkmeter detected\\n\"\n\t\t\"Add this to keep it:\\n\"\n\t\t\"on the command line\\n\");\n}\n");
        for (String line : List.of("Unstable zorkmeter detected", "Add this to keep it:", "   on the command line")) {
            assertEquals("set", function(tree, line), line);
        }
    }

    @Test
    void follows_the_texts_that_a_statement_chooses_from() {
        SourceTree tree = tree(
                "x.c",
                "void a(void)\n{\n\tprintk(\"%s\\n\", off ? \"Zork turned off\" : \"No zork configuration found\");\n}\n"
                        + "void b(void)\n{\n\tprintk(\"%s\\n\", on ? \"Quux turned off\" : \"No quux found\");\n}\n");
        assertEquals("a", function(tree, "No zork configuration found"));
        assertEquals("b", function(tree, "Quux turned off"));
        assertEquals("", function(tree, "Fred turned off"));
    }

    @Test
    void follows_a_message_into_the_function_that_prints_it() {
        SourceTree tree = tree(
                "x.c",
                "void info(const char *str)\n{\n\tprintk(\"ZorkArmor: %s\\n\", str);\n}\n"
                        + "int mount(void)\n{\n\tinfo(\"Zork Filesystem Enabled\");\n}\n");
        assertEquals("mount", function(tree, "ZorkArmor: Zork Filesystem Enabled"));
        assertEquals("", function(tree, "Other: Zork Filesystem Enabled at last it is"));
    }

    @Test
    void knows_which_of_several_prefixes_holds_where_a_statement_stands() {
        SourceTree tree = tree(
                "x.c",
                PRINTK + "#define pr_fmt(fmt) \"One : \" fmt\nvoid one(void)\n{\n\tpr_info(\"state is %d\\n\", s);\n}\n"
                        + "#undef pr_fmt\n#define pr_fmt(fmt) \"Two : \" fmt\nvoid two(void)\n{\n\tpr_info(\"state is %d\\n\", s);\n}\n");
        assertEquals("one", function(tree, "One : state is 1"));
        assertEquals("two", function(tree, "Two : state is 1"));
    }

    @Test
    void takes_the_prefix_of_a_header_above_where_it_replaces_the_files_own() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "security/integrity/integrity.h",
                bytes("#undef pr_fmt\n#define pr_fmt(fmt) KBUILD_BASENAME \": \" fmt\n"));
        files.put(
                "security/integrity/zork/zork.c",
                bytes(
                        PRINTK
                                + "#define pr_fmt(fmt) \"ZORK: \" fmt\nvoid init(void)\n{\n\tpr_info(\"attrs: 0x%x\\n\", a);\n}\n"));
        SourceTree tree = SourceTree.of("test", files);
        assertEquals("init", function(tree, "zork: attrs: 0x1"));
    }

    @Test
    void takes_of_two_prefixes_the_one_whose_names_the_file_knows() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "fs/zork/server/glob.h",
                bytes("#ifdef PART\n#define pr_fmt(fmt) \"zorkd: \" PART \": \" fmt\n#else\n"
                        + "#define pr_fmt(fmt) \"zorkd: \" fmt\n#endif\n"));
        files.put(
                "fs/zork/server/a.c",
                bytes(PRINTK + "void plain(void)\n{\n\tpr_info(\"Invalid acl description : %s\\n\", d);\n}\n"));
        files.put(
                "fs/zork/server/b.c",
                bytes(
                        "#define PART \"direct\"\nvoid part(void)\n{\n\tpr_info(\"Invalid rdma description : %s\\n\", d);\n}\n"));
        SourceTree tree = SourceTree.of("test", files);
        assertEquals("plain", function(tree, "zorkd: Invalid acl description : com"));
        assertEquals("part", function(tree, "zorkd: direct: Invalid rdma description : com"));
    }

    @Test
    void lets_the_name_of_a_module_speak_for_a_file_that_has_part_of_it() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("oobtest", "subpagetest")) {
            files.put(
                    "drivers/zork/tests/" + name + ".c",
                    bytes(PRINTK + "#define pr_fmt(fmt) KBUILD_MODNAME \": \" fmt\nvoid " + name
                            + "(void)\n{\n\tpr_info(\"written up to eraseblock %u\\n\", i);\n}\n"));
        }
        SourceTree tree = SourceTree.of("test", files);
        assertEquals("subpagetest", function(tree, "zork_subpagetest: written up to eraseblock 256"));
        assertEquals("oobtest", function(tree, "zork_oobtest: written up to eraseblock 256"));
    }

    @Test
    void reads_messages_in_double_brackets() {
        SourceTree tree = tree(
                "x.c",
                "#define ZORK_INFO(plist) zork_info plist\nvoid zork_info(const char *format, ...)\n{\n\tvprintk(format, list);\n}\n"
                        + "void load(void)\n{\n\tZORK_INFO((\"%u tables acquired and loaded\", n));\n}\n");
        assertEquals("load", function(tree, "2 tables acquired and loaded"));
    }

    private static String function(SourceTree tree, String line) {
        List<Site> sites = tree.match(line).sites();
        return sites.isEmpty() ? "" : sites.getFirst().functionName();
    }

    private static SourceTree tree(String path, String text) {
        return SourceTree.of("test", Map.of(path, bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
