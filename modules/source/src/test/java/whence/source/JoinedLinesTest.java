package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Lines that several statements print together.
class JoinedLinesTest {
    @Test
    void knows_a_list_of_names_that_a_loop_prints() {
        SourceTree tree = tree("""
                static const struct op a = { .help_msg = "reboot(b)" };
                static const struct op b = { .help_msg = "thaw-filesystems(j)" };
                static const struct op c = { .help_msg = "show-memory-usage(m)" };
                void handle(void)
                {
                	printk(KERN_INFO "HELP : ");
                	for (;;)
                		pr_cont("%s ", table[i]->help_msg);
                	pr_cont("\\n");
                }
                """);
        assertEquals("handle", function(tree, "HELP : reboot(b) thaw-filesystems(j) show-memory-usage(m)"));
        assertEquals("", function(tree, "HELP : everything that can be done here is to wait"));
    }

    @Test
    void names_the_called_function_that_begins_a_line_for_its_caller() {
        SourceTree tree = tree("""
                static void show_zork(int zork)
                {
                	printk("Zork %d ", zork);
                }
                void show_areas(void)
                {
                	show_zork(i);
                	printk(KERN_CONT "%s free:%lukB boost:%lukB min:%lukB\\n", name, a, b, c);
                }
                """);
        assertEquals("show_zork", function(tree, "Zork 0 DMA32 free:3844kB boost:0kB min:748kB"));
    }

    @Test
    void prefers_the_statement_that_says_an_end_to_one_that_takes_any() {
        SourceTree tree = tree("""
                static void brand(void)
                {
                	pr_cont("%s ", vendor);
                	pr_cont("%s", model);
                	pr_cont(" (family: 0x%x, model: 0x%x", f, m);
                	pr_cont(", stepping: 0x%x)\\n", s);
                }
                void boot(void)
                {
                	printk(KERN_INFO "CPU0: ");
                	brand();
                }
                """);
        assertEquals("boot", function(tree, "CPU0: Zork Q8 2.5+ (family: 0xf, model: 0x6b, stepping: 0x1)"));
    }

    @Test
    void puts_all_texts_in_that_a_statement_chooses_from() {
        SourceTree tree = tree("""
                void die(const char *str)
                {
                	const char *pr = "";
                	if (x)
                		pr = " PREEMPT";
                	printk("%s: %04lx [#%d]%s%s%s\\n", str, err, n, pr, smp ? " SMP" : "", kasan ? " KASAN" : "");
                }
                """);
        Site site = tree.match("Oops: 0002 [#1] PREEMPT SMP KASAN").sites().getFirst();
        assertEquals("[Oops, 0002, 1, PREEMPT, SMP, KASAN]", site.values().toString());
        assertEquals("pr, x.c:5", String.valueOf(site.values().get(3).origin()));
    }

    private static String function(SourceTree tree, String line) {
        LineMatch match = tree.match(line);
        List<Site> sites = match.certainty() == LineMatch.Certainty.PRINTS ? match.sites() : List.of();
        return sites.isEmpty() ? "" : sites.getFirst().functionName();
    }

    private static SourceTree tree(String text) {
        return SourceTree.of("test", Map.of("x.c", text.getBytes(StandardCharsets.UTF_8)));
    }
}
