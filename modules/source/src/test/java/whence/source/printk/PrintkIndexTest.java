package whence.source.printk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.bytes.Bytes;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.source.LineMatch;
import whence.source.Site;
import whence.source.SourceTree;

/// The list is written for these tests after Documentation/core-api/printk-index.rst and kernel/printk/index.c, broken
/// lines included; no driver of its names exists.
class PrintkIndexTest {
    private static final String LIST = """
            # <level/flags> filename:line function "format"
            <3> drivers/zork/core.c:4 zork_probe "zork: could not map bank %d of \\"%s\\"\\n"
            <4,c> drivers/zork/core.c:9 zork_probe " and more\\n"
            <c> drivers/zork/core.c:10 zork_probe "\\n"
            <-1> ./drivers/zork/core.c:12 zork_reset "%s: zork reset\\tafter %u ms\\n"
            <6> drivers/zork/core.c:1
            <9999> nothing of the kind
            <6> drivers/zork/late.c:30 zork_late "zork: 100%% late by \\033[1m%d ticks\\n"
            <5> drivers/zork/late.c:31 zork_la""";

    @Test
    void is_known_by_its_content() {
        assertTrue(PrintkIndex.claims(Bytes.ofText(LIST)));
        assertTrue(PrintkIndex.claims(Bytes.ofText(LIST.substring(LIST.indexOf('\n') + 1))));
        assertFalse(PrintkIndex.claims(Bytes.ofText("<6>[    0.000000] Linux version 6.1.0\n<5>[    0.1] more\n")));
        assertFalse(PrintkIndex.claims(Bytes.ofText("")));
    }

    @Test
    void reads_level_place_function_and_format_of_every_statement() {
        PrintkIndex index = index();
        assertEquals(5, index.entries().size());
        assertEquals(
                new PrintkEntry(
                        "err", "drivers/zork/core.c", 4, "zork_probe", "zork: could not map bank %d of \"%s\"\n"),
                index.entries().getFirst());
        assertEquals(
                List.of("err", "cont", "cont", "", "info"),
                index.entries().stream().map(PrintkEntry::level).toList());
        assertEquals("drivers/zork/core.c", index.entries().get(3).path());
        assertEquals(
                "zork: 100%% late by \u001b[1m%d ticks\n",
                index.entries().getLast().format());
    }

    @Test
    void a_broken_line_costs_itself_and_is_told_with_its_place() {
        List<Loss> losses = index().losses();
        assertEquals(
                List.of(6L, 7L, 9L),
                losses.stream().map(loss -> loss.span().line()).toList());
        assertEquals(Loss.Kind.TRUNCATED, losses.getLast().kind());
        assertEquals(LIST.indexOf("<5>"), losses.getLast().span().offset());
    }

    @Test
    void names_the_statement_of_a_line() {
        PrintkIndex.Listed listed = index().match("[   12.345678] zork: could not map bank 2 of \"front\"")
                .getFirst();
        assertEquals("zork_probe", listed.entry().function());
        assertEquals(
                List.of("2", "front"),
                listed.values().stream().map(Site.Value::text).toList());
        assertEquals(List.of(), index().match("zork: could not map bank two"));
        assertEquals(List.of(), index().match("app: zork: could not map bank 2 of \"front\""));
    }

    @Test
    void goes_before_what_is_found_in_the_tree_where_that_has_the_function_there() {
        SourceTree tree = tree("int zork_probe(void)\n{\n\tif (x)\n\t\tzork_say(\"bank\", 2);\n}\n");
        String line = "zork: could not map bank 2 of \"front\"";
        assertEquals(LineMatch.Certainty.NONE, tree.match(line).certainty());
        tree.heed(index());
        Site site = tree.match(line).sites().getFirst();
        assertEquals(
                List.of("zork_probe", "drivers/zork/core.c", "err"),
                List.of(site.functionName(), site.path(), site.level()));
        assertEquals(4, site.line());
    }

    @Test
    void is_not_believed_of_a_tree_of_another_version() {
        SourceTree tree = tree("int zork_probe(void)\n{\n}\n");
        tree.heed(index());
        assertEquals(
                LineMatch.Certainty.NONE,
                tree.match("zork: could not map bank 2 of \"front\"").certainty());
    }

    @Test
    void lists_of_modules_are_joined() {
        PrintkIndex both = PrintkIndex.joined(List.of(index(), index()));
        assertEquals(5, both.entries().size());
    }

    private static PrintkIndex index() {
        return PrintkIndex.read("vmlinux", Bytes.ofText(LIST), Watch.NONE);
    }

    private static SourceTree tree(String text) {
        return SourceTree.of("test", Map.of("drivers/zork/core.c", text.getBytes(StandardCharsets.UTF_8)));
    }
}
