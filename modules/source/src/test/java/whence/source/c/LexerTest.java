package whence.source.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LexerTest {
    @Test
    void cuts_words_numbers_and_operators() {
        assertEquals(
                List.of("a", "->", "b", "<<=", "0x1fUL", "+", "1e-3", "...", "c", "&&", "!", "d"),
                texts("a->b <<= 0x1fUL + 1e-3 ... c&&!d"));
    }

    @Test
    void leaves_comments_out_and_keeps_what_looks_like_one_in_a_string() {
        assertEquals(List.of("x", "\"/* no */ // no\"", "y"), texts("x /* \" */ \"/* no */ // no\" // z\n y"));
    }

    @Test
    void joins_lines_inside_words_strings_and_comments() {
        assertEquals(List.of("foobar", "\"ab\"", "c"), texts("foo\\\nbar \"a\\\r\nb\" // x \\\n still\nc"));
    }

    @Test
    void ends_an_open_string_with_its_line_and_an_open_comment_with_the_text() {
        assertEquals(List.of("\"open", "x", "'", "y"), texts("\"open\nx '\ny /* to the end"));
    }

    @Test
    void takes_a_preprocessor_line_as_one_token_with_its_continuations() {
        Tokens tokens = lex("  # define A(x) \\\n   #x \"//\" /* a\n b */ ## y\nint z;");
        assertEquals(Kind.DIRECTIVE, tokens.kind(0));
        assertEquals(Directive.DEFINE, tokens.directive(0));
        assertEquals(List.of("A", "(", "x", ")", "#", "x", "\"//\"", "##", "y"), texts(tokens.directiveBody(0)));
        assertTrue(tokens.is(1, "int"));
    }

    @Test
    void knows_what_a_hash_inside_a_line_is_not() {
        Tokens tokens = lex("a # b\n/* c */ #if X\n");
        assertEquals('#', tokens.kind(1));
        assertEquals(Directive.IF, tokens.directive(3));
    }

    @Test
    void finds_the_branches_of_a_group_and_what_they_ask_for() {
        Tokens tokens = lex("#ifdef A\na\n#elif B > 1\nb\n#if 0\nn\n#endif\n#else\nc\n#endif\nd");
        Conditionals groups = Conditionals.of(tokens);
        assertEquals(List.of("defined(A)"), groups.conditionsAt(tokens.at(9)));
        assertEquals(List.of("!(defined(A)) && B > 1"), conditions(groups, tokens, "b"));
        assertEquals(List.of("!(defined(A)) && B > 1", "0"), conditions(groups, tokens, "n"));
        assertEquals(List.of("!(defined(A)) && !(B > 1)"), conditions(groups, tokens, "c"));
        assertEquals(List.of(), conditions(groups, tokens, "d"));
        assertTrue(groups.neverCompiled(2));
        assertEquals(tokens.count() - 1, groups.groupEnd(0));
    }

    @Test
    void survives_groups_that_do_not_match() {
        Tokens tokens = lex("#endif\n#else\na\n#if X\nb");
        Conditionals groups = Conditionals.of(tokens);
        assertEquals(List.of(), conditions(groups, tokens, "a"));
        assertEquals(List.of("X"), conditions(groups, tokens, "b"));
        assertEquals(tokens.count(), groups.groupEnd(0));
    }

    @Test
    void counts_lines_as_the_text_states_them() {
        Tokens tokens = lex("one\n#line 1442 \"kernel/bpf/syscall.c\"\ntwo\r\nthree\n# 7\nfour");
        LineNumbers numbers = LineNumbers.of(tokens, 10);
        assertEquals(11, numbers.line(0));
        assertEquals(1443, numbers.line(tokens.start(3)));
        assertEquals("kernel/bpf/syscall.c", numbers.statedFile(tokens.start(3)));
        assertEquals(7, numbers.line(tokens.start(5)));
        assertEquals(2, numbers.physicalOf(1442));
        assertEquals(5, numbers.physicalOf(7));
        assertEquals("two", numbers.text(tokens.bytes(), 2));
    }

    @Test
    void takes_any_bytes_and_covers_them_in_order() {
        SplittableRandom random = new SplittableRandom(6);
        byte[] alphabet = "ab1 \t\r\n\\\"'/*#(){};<>=.-+\u00e9\0".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            Tokens tokens = Lexer.lex(bytes);
            int last = 0;
            for (int i = 0; i < tokens.count(); i++) {
                assertTrue(tokens.start(i) >= last && tokens.end(i) > tokens.start(i));
                last = tokens.end(i);
            }
            assertTrue(last <= bytes.length);
            Conditionals.of(tokens);
            LineNumbers.of(tokens).line(bytes.length);
        }
    }

    private static Tokens lex(String text) {
        return Lexer.lex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> conditions(Conditionals groups, Tokens tokens, String word) {
        int token = 0;
        while (!tokens.is(token, word)) {
            token++;
        }
        return groups.conditionsAt(token);
    }

    private static List<String> texts(String text) {
        return texts(lex(text));
    }

    private static List<String> texts(Tokens tokens) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            texts.add(tokens.text(i));
        }
        return texts;
    }

    @Test
    void a_text_in_the_room_of_another_is_lexed_as_it_is_alone() {
        byte[] longer = "int f(void) { return a + b * c ? d[3] : e->f; } /* behind it */ int g;"
                .getBytes(StandardCharsets.UTF_8);
        byte[] shorter = "#define X 1\nlong h = 'x';".getBytes(StandardCharsets.UTF_8);
        Tokens used = Lexer.lex(shorter, shorter.length, Lexer.lex(longer));
        assertEquals(kinds(Lexer.lex(shorter)), kinds(used));
        assertEquals(kinds(Lexer.lex(longer)), kinds(Lexer.lex(longer, longer.length, used)));
    }

    private static String kinds(Tokens tokens) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < tokens.count(); i++) {
            all.append(tokens.kind(i)).append(' ').append(tokens.text(i)).append('|');
        }
        return all.toString();
    }
}
