package whence.trail.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page that says which test holds which construct names tests that are there.
class KernelCPageTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`(?: \\(([\\w, ]+)\\))?");

    @Test
    void names_tests_and_functions_that_are_there() throws IOException {
        Path root = Path.of(System.getProperty("whence.root"));
        Map<String, String> tests = tests(root.resolve("modules"));
        String constructs =
                Files.readString(root.resolve("modules/branches/src/test/resources/whence/branches/gcc/constructs.c"));
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(root.resolve("docs/kernel-c.md")));
        int found = 0;
        while (named.find()) {
            found++;
            if (!tests.getOrDefault(named.group(1), "").contains(" " + named.group(2) + "(")) {
                missing.add(named.group());
            }
            for (String function :
                    named.group(3) == null ? new String[0] : named.group(3).split(", ")) {
                if (!constructs.contains("\nint " + function + "(")
                        && !constructs.startsWith("int " + function + "(")) {
                    missing.add(function);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 40, found + " tests named");
    }

    private static Map<String, String> tests(Path modules) throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> all = Files.walk(modules)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                tests.merge(
                        file.getFileName().toString().replace(".java", ""),
                        Files.readString(file, StandardCharsets.UTF_8),
                        String::concat);
            }
        }
        return tests;
    }
}
