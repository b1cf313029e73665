package whence.trail.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The rules of `knowledge/rules.txt`: data, not code, so that adding one is writing a paragraph and a test.
///
/// A rule is a paragraph of `key: value` lines: `rule`, any number of `when` and `unless` (`KEY = REGULAR
/// EXPRESSION`), `says`, `source`, `refuted-by`. Lines that start with `#` are comments; an indented line continues
/// the one before.
public final class Rules {
    private final List<Rule> all;

    private Rules(List<Rule> all) {
        this.all = all;
    }

    /// Those that come with the program.
    public static Rules shipped() {
        try (InputStream in = Rules.class.getResourceAsStream("rules.txt")) {
            if (in == null) {
                throw new IllegalStateException("rules.txt is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads rules.
    ///
    /// @throws IllegalArgumentException where a paragraph is no rule: rules come with the program, not from users
    public static Rules parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String paragraph : text.replaceAll("(?m)^#.*\n", "").split("\n\\s*\n", -1)) {
            if (!paragraph.isBlank()) {
                rules.add(rule(paragraph.replaceAll("\n[ \t]+", " ")));
            }
        }
        return new Rules(List.copyOf(rules));
    }

    public List<Rule> all() {
        return all;
    }

    /// What follows from these facts, in the order of the file.
    public List<Rule.Conclusion> apply(List<Fact> facts) {
        return all.stream().flatMap(r -> r.apply(facts).stream()).toList();
    }

    private static Rule rule(String paragraph) {
        Map<String, String> fields = new HashMap<>();
        List<Rule.Condition> conditions = new ArrayList<>();
        for (String line : paragraph.strip().split("\n", -1)) {
            String[] field = line.split(":\\s+", 2);
            if (field.length < 2) {
                throw new IllegalArgumentException("no field: " + line);
            }
            if (field[0].equals("when") || field[0].equals("unless")) {
                conditions.add(condition(field[1], field[0].equals("unless")));
            } else {
                fields.put(field[0], field[1].strip());
            }
        }
        return new Rule(
                required(fields, "rule"),
                conditions,
                required(fields, "says"),
                required(fields, "source"),
                required(fields, "refuted-by"));
    }

    private static Rule.Condition condition(String text, boolean absent) {
        String[] sides = text.split("\\s*=\\s*", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("no condition: " + text);
        }
        return new Rule.Condition(sides[0], Pattern.compile(sides[1].strip(), Pattern.DOTALL), absent);
    }

    private static String required(Map<String, String> fields, String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a rule without " + key);
        }
        return value;
    }
}
