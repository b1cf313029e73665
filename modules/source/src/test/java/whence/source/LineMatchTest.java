package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineMatchTest {
    @Test
    void finds_the_statement_and_what_its_conversions_printed() {
        SourceTree tree = tree(
                "static int elf_check(struct load_info *info)\n{\n\tpr_err(\"Invalid ELF header len %lu\\n\", info->len);\n}\n");
        Site site = only(tree, "[   12.345678] Invalid ELF header len 16");
        assertEquals(
                List.of("elf_check", "x.c", "pr_err", "err"),
                List.of(site.functionName(), site.path(), site.callee(), site.level()));
        assertEquals(3, site.line());
        assertEquals("16", site.values().getFirst().text());
        assertEquals(
                Conversion.Kind.DECIMAL, site.values().getFirst().conversion().kind());
    }

    @Test
    void explains_what_the_files_pr_fmt_and_a_wrapper_put_before_the_message() {
        SourceTree tree =
                tree("#define pr_fmt(fmt) \"zork: \" fmt\n#define zork_warn(f, x...) pr_warn(\"unit \" f, ##x)\n"
                        + "#define pr_warn(fmt, ...) printk(KERN_WARNING pr_fmt(fmt), ##__VA_ARGS__)\n"
                        + "void f(void)\n{\n\tzork_warn(\"lost %d of \" \"%s\\n\", a, b);\n}\n");
        Site site = only(tree, "zork: unit lost 3 of eth0");
        assertEquals("zork: unit ", site.prefix());
        assertEquals(
                List.of("3", "eth0"),
                site.values().stream().map(Site.Value::text).toList());
        assertEquals("warning", site.level());
    }

    @Test
    void sees_through_a_function_that_prints_the_message_in_its_own() {
        SourceTree tree = tree(
                "void vol_msg(struct v *v, const char *fmt, ...)\n{\n\tstruct va_format vaf;\n\tva_start(args, fmt);\n"
                        + "\tprintk(\"VOL-fs (%s): %pV\\n\", v->id, &vaf);\n}\n"
                        + "int mount(void)\n{\n\tvol_msg(v, \"mounted with %s mode\", m);\n}\n");
        Site site = only(tree, "VOL-fs (sda1): mounted with ordered mode");
        assertEquals(
                List.of("mount", "ordered"),
                List.of(site.functionName(), site.values().getFirst().text()));
        assertEquals("VOL-fs (sda1): ", site.prefix());
    }

    @Test
    void prefers_the_statement_that_explains_more_of_the_line() {
        SourceTree tree = tree(
                "void a(void)\n{\n\tpr_info(\"%s: link is ready\\n\", d);\n}\nvoid b(void)\n{\n\tpr_info(\"%s: link is ready, %d Mbps\\n\", d, s);\n}\n");
        assertEquals(
                "b",
                tree.match("eth0: link is ready, 1000 Mbps").sites().getFirst().functionName());
        assertEquals("a", tree.match("eth0: link is ready").sites().getFirst().functionName());
    }

    @Test
    void says_nothing_of_lines_it_cannot_explain() {
        SourceTree tree = tree("void a(void)\n{\n\tpr_info(\"%s: link up\\n\", d);\n}\n");
        for (String line : List.of(
                "",
                "systemd[1]: Started link up helper service",
                "Nov 20 18:01:02 host app[12]: eth0: link up",
                "the link up there is quite unrelated to this",
                "up",
                "link")) {
            assertEquals(LineMatch.Certainty.NONE, tree.match(line).certainty(), line);
        }
    }

    @Test
    void calls_a_statement_similar_that_only_shares_words_with_a_line() {
        SourceTree tree = tree(
                "void poll(void)\n{\n\tpr_warn(\"command %d of queue %d timeout, completion polled\\n\", a, b);\n}\n");
        LineMatch match = tree.match("zork0: command tag 12 (100c) of queue 3 timeout, completion polled");
        assertEquals(LineMatch.Certainty.SIMILAR, match.certainty());
        assertEquals("poll", match.sites().getFirst().functionName());
        assertEquals(
                LineMatch.Certainty.NONE,
                tree.match("the polled queue had no timeout before its completion")
                        .certainty());
    }

    @Test
    void takes_the_name_of_a_device_before_a_message_for_what_it_is() {
        SourceTree tree =
                tree("int probe(void)\n{\n\tdev_err(&pdev->dev, \"cannot map register bank %d\\n\", i);\n}\n");
        assertEquals(
                "probe",
                only(tree, "foo_driver 0000:00:1f.2: cannot map register bank 2")
                        .functionName());
    }

    @Test
    void finds_the_statements_that_can_have_printed_so_many_bytes() {
        SourceTree tree = tree(
                "#define ELFMAG \"\\177ELF\"\nint f(void)\n{\n\tpr_err(\"Invalid ELF header magic: != %s\\n\", ELFMAG);\n\tpr_err(\"no\\n\");\n}\n");
        LineMatch match = tree.matchLength(33);
        assertEquals(
                List.of("f"), match.sites().stream().map(Site::functionName).toList());
    }

    @Test
    void takes_any_bytes_for_a_line() {
        SourceTree tree = tree("int f(void)\n{\n\tpr_err(\"%s%s%s%s word %s%s\\n\", a);\n}\n");
        byte[] line = new byte[5000];
        java.util.Arrays.fill(line, (byte) 'w');
        assertTrue(tree.match(line).sites().isEmpty());
        tree.match(new byte[] {(byte) 0xff, 0, '%', 's'});
    }

    private static Site only(SourceTree tree, String line) {
        LineMatch match = tree.match(line);
        assertEquals(1, match.sites().size(), match::toString);
        assertEquals(LineMatch.Certainty.PRINTS, match.certainty());
        return match.sites().getFirst();
    }

    private static SourceTree tree(String text) {
        return SourceTree.of("test", Map.of("x.c", text.getBytes(StandardCharsets.UTF_8)));
    }
}
