package whence.app.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CWordsTest {
    private static String styles(String line) {
        return CWords.words(line, false).stream()
                .map(CWords.Word::style)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return -EINVAL; | keyword macro",
                "if (size == 144) /* why */ | keyword number comment",
                "#define CHECK_ATTR(CMD) \\ | macro macro macro",
                "pr_err(\"no \\\"luck\\\" %d\", 'x'); // gone | string string comment",
                "struct bpf_attr *attr; | keyword"
            })
    void colours_what_a_line_of_C_is_made_of(String line, String styles) {
        assertEquals(styles, styles(line));
    }

    @Test
    void a_block_comment_reaches_over_lines() {
        BitSet inside = CWords.startsInComment(List.of("int a; /* one", "two", "three */ int b;", "int c;"));
        assertFalse(inside.get(0));
        assertTrue(inside.get(1));
        assertTrue(inside.get(2));
        assertFalse(inside.get(3));
        assertEquals("comment", CWords.words("two", true).getFirst().style());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"open", "'", "/*", "//", "#", "# ", "\\", "a\u0000b", "é日本"})
    void words_always_cover_the_whole_line(String line) {
        assertEquals(
                line.length(),
                CWords.words(line, false).stream().mapToInt(CWords.Word::length).sum());
    }
}
