package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Any bytes are a tree: nothing is thrown, and the work grows with the length alone. What is repeated here is repeated
/// so often that any step that looked back over all of it again would take days.
class AnyBytesTest {
    private static final int TIMES = 120_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "}",
                ")",
                "a(",
                "f(){",
                "f(){}",
                "(1)",
                "{}",
                "\"",
                "\"\\",
                "'",
                "/*",
                "//",
                "\\\n",
                "\\ ",
                "#",
                "#if 1\n",
                "#else\n",
                "#elif x\n",
                "#endif\n",
                "#define a \\\n",
                "#define a(b) b(a)\n",
                "a ",
                "a,",
                "static ",
                "\"s\"",
                "pr_err(\"",
                "pr_err(\"%s\"",
                "enum {a,",
                ".a = b,",
                "extern \"C\" {",
                "#line 7\n",
                "f(){\n#if 1\n",
                "\0",
                "\u00e9",
                "/",
                "<<=",
                "0x",
                "a(b)c(d)",
                "__printf(1,2)",
            })
    void what_is_repeated_without_end(String piece) {
        open(piece.repeat(TIMES));
    }

    static Stream<String> branchesThatWouldGoOverItAgain() {
        return Stream.of(
                "(1)".repeat(TIMES) + "{}".repeat(TIMES),
                "(1)".repeat(TIMES) + "#if 1\n{}\n" + "#elif 1\n{}\n".repeat(TIMES),
                "(1)".repeat(TIMES) + "\n#if 1\n" + "f(){}\n#elif 1\n".repeat(TIMES),
                "static ".repeat(TIMES) + "\n#if 1\n" + "f(){}\n#elif 1\n".repeat(TIMES),
                "a ".repeat(TIMES) + "\n#if 1\n" + "f(){}\n#elif 1\n".repeat(TIMES),
                "f(" + "a,".repeat(TIMES) + "b)\n#if 1\n" + "{}\n#elif 1\n".repeat(TIMES),
                "f()" + "a ".repeat(TIMES) + "\n#if 1\n" + "{}\n#elif 1\n".repeat(TIMES),
                "{" + "(".repeat(TIMES) + "\n#if 1\n" + "}\n#elif 1\n".repeat(TIMES),
                "#if 1\nf(){\n" + "#elif 1\nf(){\n".repeat(TIMES) + "#elif 1\n" + "g(){}\n".repeat(TIMES),
                "#if 1\nf()\n" + "#elif 1\nf()\n".repeat(TIMES) + "#endif\n" + "{}".repeat(TIMES),
                "__attribute__((" + "a ".repeat(TIMES) + ")) f()\n#if 1\n" + ";\n#elif 1\n".repeat(TIMES),
                "#define m(" + "a,".repeat(TIMES) + "b) pr_err(" + "a,".repeat(TIMES) + "\"%s\")\n",
                "void f(char *s, ...) { vprintk(s, a); g(\"%pV\"); }\n".repeat(TIMES / 10));
    }

    @ParameterizedTest
    @MethodSource
    void branchesThatWouldGoOverItAgain(String text) {
        open(text);
    }

    @Test
    void macros_that_hand_a_format_on_and_on() {
        StringBuilder text = new StringBuilder("#define m0(fmt, ...) printk(fmt, ##__VA_ARGS__)\n");
        for (int i = 1; i < 20_000; i++) {
            text.append("#define m")
                    .append(i)
                    .append("(fmt, ...) m")
                    .append(i - 1)
                    .append("(fmt, ##__VA_ARGS__)\n");
        }
        open(text.append("void f(void) { m19999(\"hello there\\n\"); }\n").toString());
    }

    @Test
    void noise_made_of_what_c_is_made_of() {
        String[] pieces = {
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            ",",
            "=",
            "#if A\n",
            "#else\n",
            "#endif\n",
            "#define X(a) a##b\n",
            "\n",
            " ",
            "static",
            "f",
            "pr_err",
            "\"%s: %d\\n\"",
            "enum",
            "struct",
            "->",
            ".",
            "&",
            "__printf",
            "1",
            "\\",
            "#include \"x.c\"\n",
            "SYSCALL_DEFINE3",
            "\"",
            "'",
            "/*",
            "*/",
            "//",
            "#line 3 \"a.c\"\n",
        };
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(3) == 0 ? " " : "");
            }
            open(text.toString());
        }
    }

    private static void open(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SourceTree tree = SourceTree.of("t", Map.of("kernel/any.c", bytes));
        for (Function function : tree.functions().stream().limit(50).toList()) {
            assertEquals(true, function.start() <= function.bodyStart() && function.bodyStart() < function.end());
            assertNotNull(tree.file(function).conditions(function));
            tree.calls().reachingCalls(function, 2);
        }
        assertNotNull(tree.match("kernel: hello there 7").sites());
    }
}
