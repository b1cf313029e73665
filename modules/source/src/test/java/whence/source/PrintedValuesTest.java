package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What conversions print that a library's printf does not know, and what the kernel does to lines on their way out.
class PrintedValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%px|ffff888004a3c000",
                "%px|0000000000000000",
                "%pK|00000000b2a4e1c8",
                "%pK|0000000000000000",
                "%p|00000000b2a4e1c8",
                "%p|(____ptrval____)",
                "%p|(ptrval)",
                "%p|c0de1234",
                "%p|(null)",
                "%pI4|192.168.7.1",
                "%pI4c|192.168.7.1",
                "%pI6c|fe80::1",
                "%pISpc|10.0.0.1:80",
                "%pM|52:54:00:12:34:56",
                "%pUb|6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                "%*pbl|0-3,7",
                "%*pb|ff,00000001",
                "%*ph|de ad be ef",
                "%pS|zork_start+0x10/0x40 [zork]",
                "%ps|zork_start",
                "%pOF|/soc/zork@1000",
                "%pe|-EINVAL",
                "%pd|file.txt",
                "%ptR|2026-11-21T12:00:00",
                "%phN|deadbeef",
                "%#010llx|0x0000abcd",
                "%pa|0x00000000fe000000",
                "%hhx|ff",
                "%-8s|`eth0    `",
                "%08X|00ABCDEF",
            })
    void a_conversion_takes_what_it_prints(String conversion, String value) {
        SourceTree tree = tree("zork gate moved to " + conversion + " in vain\\n");
        LineMatch match = tree.match("zork gate moved to " + value + " in vain");
        assertEquals(LineMatch.Certainty.PRINTS, match.certainty(), match::toString);
        assertEquals(
                value.strip(),
                match.sites().getFirst().values().getFirst().text().strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%px|zork", "%pI4|300 apples", "%pM|52:54:00", "%d|seven", "%x|ghij", "%pUb|6ba7b810"})
    void and_nothing_else(String conversion, String value) {
        SourceTree tree = tree("zork gate moved to " + conversion + " in vain\\n");
        assertNotEquals(
                LineMatch.Certainty.PRINTS,
                tree.match("zork gate moved to " + value + " in vain").certainty());
    }

    @Test
    void a_text_at_the_end_may_be_empty() {
        SourceTree tree = tree("zork gate of unit %d is open %s\\n");
        for (String line : List.of("zork gate of unit 3 is open ", "zork gate of unit 3 is open")) {
            LineMatch match = tree.match(line);
            assertEquals(LineMatch.Certainty.PRINTS, match.certainty(), match::toString);
            assertEquals("", match.sites().getFirst().values().get(1).text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zork_poll: 17 callbacks suppressed",
                "[   12.345678] zork_poll: 17 callbacks suppressed",
                "[   12.345678][ T1234] zork_poll: 17 callbacks suppressed",
                "[   12.345678][   C3] zork_poll: 17 callbacks suppressed",
                "<4>[   12.345678] zork_poll: 17 callbacks suppressed",
                "Nov 21 12:00:00 host kernel: [   12.345678] zork_poll: 17 callbacks suppressed",
            })
    void what_a_rate_limit_kept_back_is_said_by_the_rate_limit(String line) {
        SourceTree tree = SourceTree.snippet("t", "x.c", """
                int held_back(struct ratelimit_state *rs, const char *func)
                {
                	if (rs->missed)
                		printk_deferred(KERN_WARNING "%s: %d callbacks suppressed\\n", func, rs->missed);
                	return 0;
                }
                void zork_poll(void)
                {
                	pr_warn_ratelimited("zork gate polled in vain\\n");
                }
                """);
        LineMatch match = tree.match(line);
        assertEquals(LineMatch.Certainty.PRINTS, match.certainty(), match::toString);
        Site site = match.sites().getFirst();
        assertEquals("held_back", site.functionName());
        assertEquals(
                List.of("zork_poll", "17"),
                site.values().stream().map(Site.Value::text).toList());
    }

    private static SourceTree tree(String format) {
        return SourceTree.snippet("t", "x.c", "void f(void)\n{\n\tpr_info(\"" + format + "\", a, b);\n}\n");
    }
}
