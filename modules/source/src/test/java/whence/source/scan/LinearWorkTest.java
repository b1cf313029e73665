package whence.source.scan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whence.source.SourceTree;
import whence.source.c.Lexer;
import whence.source.c.Tokens;

/// Twice the text is twice the work, whatever the text is. Work is counted: tokens, what the walk says of them, and
/// the bytes that are allocated until the tree of the text is open.
class LinearWorkTest {
    private static final int ONCE = 12_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<IntFunction<String>> texts() {
        return Stream.of(
                n -> "(".repeat(n),
                n -> "{[(".repeat(n),
                n -> "f(".repeat(n) + ")".repeat(n) + "{}",
                n -> "{".repeat(n) + "}".repeat(n),
                n -> "void f(void) {" + "x = (".repeat(n) + "\n}\n",
                n -> "#if A\n".repeat(n) + "#endif\n".repeat(n),
                n -> "#if A\nf(){\n".repeat(n) + "}\n#endif\n".repeat(n),
                n -> "#if A\nf(\n#else\ng(\n#endif\n".repeat(n),
                n -> "#if A\n" + "#elif B\nint f(int a)\n".repeat(n) + "#endif\n{\n}\n",
                n -> "#else\n#endif\n".repeat(n),
                n -> "a = b + c; ".repeat(n),
                n -> "pr_err(\"a %d\", b); ".repeat(n),
                n -> "void f(void) { pr_err(" + "\"a %d\" ".repeat(n) + ", b); }",
                n -> "\"no end ".repeat(n),
                n -> "\"no end\n".repeat(n),
                n -> "'\\".repeat(n),
                n -> "/* no end ".repeat(n),
                n -> "/* / ".repeat(n) + "*/",
                n -> "a\0b\0\0".repeat(n),
                n -> "int f(void)\r\n{\r\n\treturn 1;\r\n}\r\n".repeat(n),
                n -> "a\\\n".repeat(n),
                n -> "#define A \\\r\n".repeat(n),
                n -> "\\ \t".repeat(n),
                n -> "f(a) int a; ".repeat(n),
                n -> "f(a) int a; {".repeat(n),
                n -> "f(" + "a,".repeat(n) + "b) int a; {}",
                n -> "typeof(a)(b(".repeat(n),
                n -> "typeof(a)(b(c)){} ".repeat(n),
                n -> "#line 7 \"a.c\"\nint a;\n".repeat(n),
                n -> "#define A(b) b(A)\n".repeat(n),
                n -> "enum { A, B, ".repeat(n),
                n -> ".a = b, ".repeat(n),
                n -> "__printf(1, 2) ".repeat(n) + "f();");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void twice_the_text_is_twice_the_work(IntFunction<String> text) {
        // The first round is for classes that are loaded once.
        allocated(text.apply(ONCE));
        long once = allocated(text.apply(ONCE));
        long twice = allocated(text.apply(2 * ONCE));
        assertTrue(twice < 2.7 * once, () -> once + " bytes, then " + twice + ": " + text.apply(2));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_walk_says_a_few_things_of_each_token(IntFunction<String> text) {
        Counting said = new Counting();
        Tokens tokens = Lexer.lex(text.apply(ONCE).getBytes(StandardCharsets.UTF_8));
        Scanner.scan(tokens, said);
        assertTrue(said.count <= 6L * tokens.count() + 2, () -> said.count + " of " + tokens.count());
    }

    @Test
    void a_line_of_a_megabyte_costs_what_a_megabyte_of_lines_costs() {
        long lines = allocated("a = b(c, d);\n".repeat(80_000));
        long line = allocated("a = b(c, d); ".repeat(80_000));
        assertTrue(line < 1.2 * lines, () -> lines + " bytes for lines, " + line + " for one");
    }

    private static long allocated(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        SourceTree.of("t", Map.of("kernel/any.c", bytes)).functions();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static final class Counting implements Sink {
        private long count;

        @Override
        public void restart() {
            count++;
        }

        @Override
        public void open(int function, Head head) {
            count++;
        }

        @Override
        public void close(int function, int token) {
            count++;
        }

        @Override
        public void call(int function, int name, boolean field) {
            count++;
        }

        @Override
        public void reference(int function, int member, int name) {
            count++;
        }

        @Override
        public void text(int function, int callee, int argument, int holder, int from, int to) {
            count++;
        }

        @Override
        public void define(int directive) {
            count++;
        }

        @Override
        public void include(int directive) {
            count++;
        }

        @Override
        public void enumerator(int name) {
            count++;
        }

        @Override
        public void formatted(int name, int format, int arguments) {
            count++;
        }
    }
}
