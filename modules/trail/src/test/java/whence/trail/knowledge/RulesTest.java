package whence.trail.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Every rule beside the facts it is given for, and beside facts like them for which it is withheld. They stand in
/// `rules-given.txt`: `RULE + FACTS` and `RULE - FACTS`, facts as `KEY=VALUE` with ` & ` between them.
class RulesTest {
    private final Rules rules = Rules.shipped();

    record Try(String rule, boolean given, String facts) {
        @Override
        public String toString() {
            return rule + (given ? " for " : " not for ") + facts;
        }
    }

    static Stream<Arguments> tries() {
        return all().map(Arguments::of);
    }

    private static Stream<Try> all() {
        try (var in = RulesTest.class.getResourceAsStream("rules-given.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", 3))
                    .map(part -> new Try(part[0], part[1].equals("+"), part[2]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tries")
    void is_given_where_its_premises_hold_and_nowhere_else(Try one) {
        List<Rule.Conclusion> found = rules.apply(facts(one.facts()));
        List<Rule.Conclusion> same =
                found.stream().filter(c -> c.rule().id().equals(one.rule())).toList();
        assertEquals(one.given() ? 1 : 0, same.size(), one::toString);
        same.forEach(c -> {
            assertEquals(Grade.DERIVED, c.grade());
            assertFalse(c.evidence().isEmpty());
        });
    }

    @Test
    void every_shipped_rule_is_tested_given_and_withheld() {
        Set<String> ids = rules.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        for (boolean given : new boolean[] {true, false}) {
            assertEquals(
                    ids,
                    all().filter(t -> t.given() == given).map(Try::rule).collect(Collectors.toCollection(TreeSet::new)),
                    given ? "given" : "withheld");
        }
    }

    @Test
    void a_rule_is_no_surer_than_the_facts_it_stands_on() {
        List<Fact> facts = new ArrayList<>(facts("call=finit_module & errno=ENOEXEC"));
        facts.add(new Fact("magic", "ZSTD", Grade.ASSUMED, List.of(new Span("x.ko", 1, 0, 4))));
        List<Rule.Conclusion> found = rules.apply(facts);
        assertEquals(
                List.of(Grade.ASSUMED),
                found.stream().map(Rule.Conclusion::grade).toList());
    }

    @Test
    void what_is_known_says_where_it_can_be_read_and_what_would_refute_it() {
        String step = Known.steps("such failures", rules.apply(facts("call=finit_module & errno=ENOEXEC & magic=XZ")))
                .getFirst()
                .why();
        assertTrue(step.startsWith("Source: The .xz file format"), step);
        assertTrue(step.contains("It would be refuted if the first bytes"), step);
    }

    @Test
    void a_paragraph_without_source_is_no_rule() {
        assertThrows(IllegalArgumentException.class, () -> Rules.parse("rule: x\nsays: y\nrefuted-by: z\n"));
    }

    private static List<Fact> facts(String text) {
        List<Fact> facts = new ArrayList<>();
        for (String fact : text.split(" & ", -1)) {
            String[] sides = fact.split("=", 2);
            facts.add(Fact.observed(sides[0], sides[1], new Span("a", 1, 0, 1)));
        }
        return facts;
    }
}
