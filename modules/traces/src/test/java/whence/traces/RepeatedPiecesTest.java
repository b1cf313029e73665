package whence.traces;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lines in which one piece is repeated very often. A reader that looked at the rest of the line for every piece, or
/// went down a step of the stack for each, would not come to the end of these.
class RepeatedPiecesTest {
    private static final List<String> STARTS = List.of(
            "",
            "1 read(3, ",
            "1 read(3, \"",
            "1 <... read resumed>",
            "     cat-7  [000] .....     1.000000: p: (f+0x0/0x10) a=",
            "     cat-7  [000] .....     1.000000: p: (f+0x0/0x10) a=\"",
            "     cat-7  [000] .....     1.000000: sys_enter: ",
            " 0)   1.000 us    |  f(",
            "p:kprobes/f f a=",
            "p_f 1 ",
            "ffffffff81000000  k  f+0x0",
            "@m[",
            "{\"type\": \"printf\", \"data\": \"",
            "{\"type\": \"map\", \"data\": {\"@\": ",
            "cat 7 [000] 1.000000: probe:f: ",
            "  probe:f (on f",
            "PID COMM ",
            "12:00:00.000000 -> 12:00:00.000001 TID/PID 1/1 (a/a):\n");
    private static final List<String> PIECES = List.of(
            "a<",
            "/*",
            "{",
            "[",
            "(",
            "((a",
            ")",
            "\"",
            "\\\"",
            "\\",
            " ",
            "\t",
            "=",
            ", ",
            "a=",
            "a=b ",
            " => ",
            "|a",
            "@[",
            "]: ",
            " <- ",
            "<-",
            "0x",
            "1 ",
            "-1 ",
            ": ",
            "a:",
            "a-1 ",
            "[000] ",
            "[A]",
            "\0",
            "\u00ff",
            "<unfinished ...>",
            "/",
            "-",
            "1)",
            "\r",
            "\u2192",
            "a.",
            "us ",
            "=> ");

    static List<String> formats() {
        return TraceReaders.all().stream().map(reader -> reader.format()).toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void are_read_to_their_end(String format) {
        read(format, 20_000);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("formats")
    void so_are_longer_ones(String format) {
        read(format, 200_000);
    }

    private static void read(String format, int bytes) {
        for (String start : STARTS) {
            for (String piece : PIECES) {
                byte[] line = (start + piece.repeat(bytes / piece.length())).getBytes(StandardCharsets.UTF_8);
                assertTrue(TracesFuzzTest.readAll(format, line) >= 0);
            }
        }
    }
}
