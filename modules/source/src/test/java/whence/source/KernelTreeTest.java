package whence.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.bytes.Watch;
import whence.source.cache.SourceCache;

/// Against Debian's linux-source-6.1, straight from its archive. What is committed as fact was read in the source by
/// hand.
@Tag("deep")
class KernelTreeTest {
    @TempDir
    static Path cache;

    private static SourceTree tree;

    @BeforeAll
    static void openTheTree() throws IOException {
        tree = SourceTree.open("6.1", "/usr/src/linux-source-6.1.tar.xz", new SourceCache(cache), Watch.NONE);
    }

    @AfterAll
    static void closeIt() throws IOException {
        tree.close();
    }

    @ParameterizedTest
    @CsvSource({
        "kernel-lines.tsv, 100",
        "held-out-lines.tsv, 100",
        "blind-lines.tsv, 115",
        "composed-lines.tsv, 120",
        "drawn-lines.tsv, 96"
    })
    void names_the_function_that_printed_a_line(String resource, int size) throws IOException {
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int answered = 0;
        List<String> facts = lines(resource);
        for (String fact : facts) {
            String[] parts = fact.split("\t", 3);
            LineMatch match = tree.match(parts[2]);
            if (match.certainty() != LineMatch.Certainty.PRINTS) {
                continue;
            }
            answered++;
            Site site = match.sites().getFirst();
            boolean same = site.functionName().equals(parts[0]) && site.path().equals(parts[1]);
            right += same ? 1 : 0;
            if (!same) {
                wrong.add(parts[2] + " => " + site.functionName());
            }
        }
        assertEquals(size, facts.size());
        assertTrue(right * 100 >= size * 90, right + " of " + size + " right");
        assertTrue(right * 100 >= answered * 95, wrong::toString);
    }

    @Test
    void calls_a_statement_similar_whose_message_a_later_version_words_differently() throws IOException {
        int right = 0;
        List<String> facts = lines("reworded-lines.tsv");
        for (String fact : facts) {
            String[] parts = fact.split("\t", 3);
            LineMatch match = tree.match(parts[2]);
            assertNotEquals(LineMatch.Certainty.PRINTS, match.certainty(), fact);
            right += !match.sites().isEmpty()
                            && match.sites().getFirst().functionName().equals(parts[0])
                            && match.sites().getFirst().path().equals(parts[1])
                    ? 1
                    : 0;
        }
        assertEquals(12, facts.size());
        assertTrue(right >= 9, right + " of 12");
    }

    @Test
    void says_nothing_of_lines_that_programs_wrote() throws IOException {
        List<String> answered = lines("program-lines.txt").stream()
                .filter(l -> !tree.match(l).sites().isEmpty())
                .toList();
        assertEquals(List.of(), answered);
    }

    @Test
    void calls_nothing_printed_that_modules_outside_the_tree_print() throws IOException {
        List<String> answered = lines("outside-lines.txt").stream()
                .filter(l -> tree.match(l).certainty() == LineMatch.Certainty.PRINTS)
                .toList();
        assertEquals(List.of(), answered);
    }

    @Test
    void finds_the_line_behind_thirty_three_bytes_of_blob_data() {
        assertTrue(tree.matchLength(33).sites().stream()
                .anyMatch(site -> site.functionName().equals("elf_validity_check") && site.line() == 1681));
    }

    @Test
    void knows_the_system_calls_that_reach_the_elf_check_of_a_module() {
        Function check = tree.function("elf_validity_check").getFirst();
        List<String> calls = tree.calls().reachingCalls(check, 2).stream()
                .map(CallGraph.Chain::toString)
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "SYSCALL_DEFINE3(finit_module) > load_module > elf_validity_check",
                        "SYSCALL_DEFINE3(init_module) > load_module > elf_validity_check"),
                calls);
    }

    @Test
    void finds_all_definitions_of_a_name() {
        assertEquals(3, tree.function("bpf_prog_load").size());
        Function kernel = tree.function("bpf_prog_load").stream()
                .filter(f -> f.path().equals("kernel/bpf/syscall.c"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(2511, 2703), List.of(kernel.line(), kernel.endLine()));
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = KernelTreeTest.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
