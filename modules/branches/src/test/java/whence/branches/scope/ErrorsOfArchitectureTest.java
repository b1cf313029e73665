package whence.branches.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.branches.Elimination;
import whence.branches.Evidence;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.source.SourceTree;

/// A number that came back is held against the number that the exit's error has on the machine that gave it.
class ErrorsOfArchitectureTest {
    private static final String WAITS = """
            int wait_for_it(int fd, int ms)
            {
            	if (fd < 0)
            		return -EBADF;
            	if (ms > 60)
            		return -ENOSTR;
            	if (!ready(fd))
            		return -ETIMEDOUT;
            	if (!socket(fd))
            		return -ENOTSOCK;
            	return 0;
            }
            """;

    private static final int ENOSTR = 7;
    private static final int ETIMEDOUT = 9;
    private static final int ENOTSOCK = 11;

    @ParameterizedTest
    @CsvSource({
        "x86, -110, 9",
        "arm64, -110, 9",
        "mips, -145, 9",
        "alpha, -60, 9",
        "parisc, -238, 9",
        "sparc, -60, 9",
        "x86, -60, 7",
        "mips, -95, 11",
        "sparc, -72, 7",
        "x86, -88, 11"
    })
    void the_exit_with_that_errors_number_is_left(String architecture, long gave, int line) {
        assertEquals(List.of(line), left(exits(Map.of(), Optional.of(architecture)), gave));
    }

    @Test
    void without_an_architecture_an_exit_may_give_any_number_of_its_error() {
        Exits exits = exits(Map.of(), Optional.empty());
        assertEquals(List.of(ETIMEDOUT), left(exits, -110));
        assertEquals(List.of(ETIMEDOUT), left(exits, -145));
        assertEquals(List.of(ETIMEDOUT), left(exits, -238));
        assertEquals(List.of(ENOSTR, ETIMEDOUT), left(exits, -60));
        assertEquals(List.of(ENOTSOCK), left(exits, -88));
        assertEquals(List.of(5), left(exits, -9));
    }

    @Test
    void headers_of_x86_are_not_believed_where_nobody_names_the_machine() {
        Map<String, String> headers = Map.of(
                "include/uapi/asm-generic/errno.h",
                "#define ETIMEDOUT 110\n#define ENOSTR 60\n#define ENOTSOCK 88\n#define EBADF 9\n");
        assertEquals(List.of(ETIMEDOUT), left(exits(headers, Optional.empty()), -145));
        assertEquals(List.of(), left(exits(headers, Optional.of("x86")), -145));
    }

    @Test
    void a_trees_own_header_goes_before_the_known_numbers() {
        Map<String, String> headers = Map.of(
                "include/linux/errno.h", "#include <asm/errno.h>\n",
                "arch/mips/include/uapi/asm/errno.h", "#define ETIMEDOUT 777\n#define ENOSTR 60\n");
        assertEquals(List.of(ETIMEDOUT), left(exits(headers, Optional.of("mips")), -777));
        assertEquals(List.of(), left(exits(headers, Optional.of("mips")), -145));
    }

    @Test
    void an_error_that_a_header_takes_back_may_have_either_number() {
        Map<String, String> headers = Map.of(
                "include/linux/errno.h", "#include <asm/errno.h>\n",
                "arch/alpha/include/uapi/asm/errno.h", """
                        #include <asm-generic/errno-base.h>
                        #undef ENOSTR
                        #define ENOSTR 87
                        """,
                "include/uapi/asm-generic/errno-base.h", "#define ENOSTR 60\n");
        Exits exits = exits(headers, Optional.of("alpha"));
        assertEquals(List.of(ENOSTR), left(exits, -87));
        assertEquals(List.of(ENOSTR, ETIMEDOUT), left(exits, -60));
    }

    @Test
    void why_an_exit_fell_names_its_error_and_not_its_numbers() {
        for (Optional<String> architecture : List.of(Optional.<String>empty(), Optional.of("mips"))) {
            JudgedExit fell =
                    Elimination.judge(exits(Map.of(), architecture), returned(architecture.isEmpty() ? -88 : -95))
                            .stream()
                            .filter(judged -> judged.exit().line() == ETIMEDOUT)
                            .findFirst()
                            .orElseThrow();
            assertEquals(
                    "it gives -ETIMEDOUT, not -ENOTSOCK: seen",
                    fell.because().getFirst().text());
        }
    }

    @Test
    void what_is_said_by_name_means_the_generic_number_where_nobody_names_the_machine() {
        assertEquals(OptionalLong.of(-110), exits(Map.of(), Optional.empty()).constant("-ETIMEDOUT"));
        assertEquals(OptionalLong.of(145), exits(Map.of(), Optional.of("mips")).constant("ETIMEDOUT"));
        assertEquals(OptionalLong.empty(), exits(Map.of(), Optional.empty()).constant("EVERYTHING"));
    }

    @Test
    void a_file_of_an_architecture_says_itself_which_it_is() {
        Exits exits = exits("arch/mips/kernel/wait.c", Map.of(), Optional.empty());
        assertEquals(List.of(ETIMEDOUT), left(exits, -145));
        assertEquals(List.of(), left(exits, -110));
    }

    private static Exits exits(Map<String, String> headers, Optional<String> architecture) {
        return exits("fs/wait.c", headers, architecture);
    }

    private static Exits exits(String path, Map<String, String> headers, Optional<String> architecture) {
        Map<String, byte[]> files = new TreeMap<>();
        headers.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        String include = headers.containsKey("include/linux/errno.h") ? "linux" : "asm";
        files.put(path, ("#include <" + include + "/errno.h>\n" + WAITS).getBytes(StandardCharsets.UTF_8));
        SourceTree tree = SourceTree.of("made up", files);
        return Exits.of(
                TreeScope.read(tree, tree.function("wait_for_it").getFirst()),
                TreeScope.of(new Headers(tree), path, architecture.map(Architecture::new)));
    }

    private static List<Integer> left(Exits exits, long gave) {
        return Elimination.judge(exits, returned(gave)).stream()
                .filter(judged -> judged.state() != JudgedExit.State.ELIMINATED)
                .map(judged -> judged.exit().line())
                .toList();
    }

    private static Evidence returned(long gave) {
        return Evidence.NONE.returned(gave, new Premise("seen", Grade.OBSERVED, List.of()));
    }
}
