package whence.branches.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.branches.Exit;
import whence.branches.ExitFinder;
import whence.branches.Exits;
import whence.source.SourceTree;

/// Exits that a person read in the real tree: all are found, with their values and guards. Those of the second list
/// were written down before the program was asked.
@Tag("deep")
class HandReadExitsTest {
    private int wanted;
    private int found;
    private int values;
    private int guards;
    private int more;
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"exits-6.1.txt", "exits-6.1-blind.txt"})
    void are_found_with_value_and_guard(String list) throws Exception {
        for (Map.Entry<String, List<String>> function : facts(list).entrySet()) {
            String[] words = function.getKey().split(" ");
            SourceTree tree = KernelTree.with(List.of(words[1]));
            Exits exits = new ExitFinder(tree)
                    .exits(tree.function(words[0]).stream()
                            .filter(each -> each.path().equals(words[1]))
                            .findFirst()
                            .orElseThrow());
            assertEquals(List.of(), exits.unknownRegions(), function.getKey());
            compare(function.getKey(), function.getValue(), exits);
        }
        String told = found + " of " + wanted + " exits, " + values + " values, " + guards + " guards, " + more
                + " beyond: " + wrong;
        System.getLogger("whence.branches.test").log(System.Logger.Level.INFO, told);
        assertTrue(found >= 0.99 * wanted, told);
        assertTrue(values >= 0.97 * wanted, told);
        assertTrue(guards >= 0.99 * wanted, told);
        assertTrue(more <= 0.03 * wanted, told);
    }

    private void compare(String function, List<String> facts, Exits exits) {
        List<String[]> open = new ArrayList<>(
                exits.exits().stream().map(HandReadExitsTest::spelled).toList());
        for (String fact : facts) {
            String[] words = fact.split(" ");
            wanted++;
            String[] best = null;
            int most = 0;
            for (String[] each : open) {
                int like = !each[0].equals(words[0])
                        ? 0
                        : 1 + (each[1].equals(words[1]) ? 2 : 0) + (each[2].equals(words[2]) ? 1 : 0);
                best = like > most ? each : best;
                most = Math.max(most, like);
            }
            open.remove(best);
            found += most > 0 ? 1 : 0;
            values += best != null && best[1].equals(words[1]) ? 1 : 0;
            guards += best != null && best[2].equals(words[2]) ? 1 : 0;
            if (most < 4) {
                wrong.add("\n" + function + ": " + fact + " but " + (best == null ? "none" : String.join(" ", best)));
            }
        }
        more += open.size();
        open.forEach(each -> wrong.add("\n" + function + ": beyond " + String.join(" ", each)));
    }

    private static String[] spelled(Exit exit) {
        Exit.Guard guard = exit.guard();
        String value = exit.callee() != null
                ? "<" + exit.callee() + ">"
                : String.join("|", exit.values()).replace(" ", "");
        String condition = guard == null ? "-" : guard.line() + (guard.takenWhen() ? "+" : "-");
        return new String[] {exit.line() + ">" + exit.returnLine(), value, condition};
    }

    private static Map<String, List<String>> facts(String list) throws IOException {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        try (InputStream in = HandReadExitsTest.class.getResourceAsStream(list)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("function ")) {
                    current = new ArrayList<>();
                    facts.put(line.substring(9), current);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    current.add(line);
                }
            }
        }
        return facts;
    }
}
